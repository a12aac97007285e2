import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createValidator } from 'recording-standard';
import { demo } from '../../tools/demo.mjs';
import { serve } from '../../tools/serve.mjs';
import { inEachBrowser } from './harness.mjs';
import { assertFits } from './widths.mjs';

/** @import { Page } from './harness.mjs' */
/** @import { Server } from '../../tools/serve.mjs' */

inEachBrowser('the page of the rules', (open) => {
  /** @type {Server} */
  let server;
  before(async () => {
    server = await serve(demo);
  });
  after(() => server.close());

  /** @param {string} [rest] of the address */
  async function openRules(rest = '') {
    const page = await open(`${server.address}/www/rules.html${rest}`);
    await page.waitFor(() => document.querySelector('#count')?.textContent);
    return page;
  }

  /** @param {Page} page */
  const shown = (page) =>
    page.evaluate(() => [...document.querySelectorAll('article:not([hidden])')].map(({ id }) => id));

  test('shows every rule that the package gives: what it is, what it says about its example, where it stands', async () => {
    const validator = await createValidator({ standard: 'wirral' });
    const rules = validator.rules();
    validator.free();
    const page = await openRules();
    assert.deepEqual(await shown(page), rules.map(({ id }) => id).sort(byGroup(rules.map(({ id }) => id))));
    assert.equal(await page.text('#count'), `All ${rules.length} rules`);
    const texts = await page.evaluate(() =>
      Object.fromEntries([...document.querySelectorAll('article')].map((card) => [card.id, card.textContent])));
    for (const { id, severity, summary, why } of rules) {
      for (const part of [id, severity, summary, why]) assert.ok(texts[id]?.includes(part), `${id}: ${part}`);
    }
    const without = await page.evaluate(() =>
      [...document.querySelectorAll('article')].filter((card) => !card.querySelector('.rule__message')).map(({ id }) => id));
    assert.deepEqual(without, []);
    const late = await page.text('[id="timing/late-entry-not-stated"] .rule__clauses');
    assert.match(late ?? '', /North East Lincolnshire, paragraph 23; Wirral, section 6\.8/);
    assert.match(await page.text('[id="involvement/not-seen-alone"] .rule__clauses') ?? '', /Wirral, section 3\.i/);
    assert.doesNotMatch(await page.text('[id="involvement/not-seen-alone"] .rule__clauses') ?? '', /Lincolnshire/);
    assert.deepEqual(page.errors, []);
    await page.close();
  });

  test('finds rules by words, and says how many', async () => {
    const page = await openRules();
    await page.type('#words', 'memory stick');
    const found = await shown(page);
    assert.ok(found.includes('custody/removal-terms'), found.join());
    assert.ok(found.length < 5, found.join());
    assert.match(await page.text('#count') ?? '', new RegExp(`^${found.length} of \\d+ rules$`));
    await page.type('#words', ' giraffe');
    assert.deepEqual(await shown(page), []);
    await page.click('#clear');
    await page.waitFor(() => document.querySelector('#count')?.textContent?.startsWith('All'));
    await page.close();
  });

  test('finds rules by group, severity and clause, and keeps them in the address', async () => {
    const page = await openRules('?group=custody&severity=error');
    const found = await shown(page);
    assert.ok(found.length > 2 && found.every((id) => id.startsWith('custody/')), found.join());
    const choose = (/** @type {string} */ value) => page.evaluate((wanted) => {
      const select = /** @type {HTMLSelectElement} */ (document.querySelector('#clause'));
      select.value = wanted;
      select.dispatchEvent(new Event('input', { bubbles: true }));
      return location.search;
    }, value);
    assert.equal(
      await choose('wirral removal-recorded'), '?group=custody&severity=error&clause=wirral+removal-recorded');
    assert.deepEqual(await shown(page), ['custody/removal-authority', 'custody/removal-overdue']);
    await page.close();
  });

  test('leads by an address to its rule, also where the search leaves it out, and to what no program can see', async () => {
    const page = await openRules('?words=giraffe#accuracy/age');
    assert.equal(await page.evaluate(() => document.activeElement?.closest('article')?.id), 'accuracy/age');
    await page.evaluate(() => { location.hash = '#coverage'; });
    await page.waitFor(() => document.activeElement?.id === 'coverage');
    assert.match(await page.text('#unseen') ?? '', /Handwriting can be read.*No program reads the handwriting/);
    const rows = await page.evaluate(() => document.querySelectorAll('#unseen tbody tr, #requirements tbody tr').length);
    const validator = await createValidator({ standard: 'wirral' });
    assert.equal(rows, validator.clauses().length);
    validator.free();
    await page.close();
  });

  test('is accessible, on a telephone and on a desk', async () => {
    // One group stands for all; its examples are records and texts.
    const page = await openRules('?group=evidence');
    await page.evaluate(() => document.querySelectorAll('article:not([hidden]) details').forEach((details) => {
      details.setAttribute('open', '');
    }));
    await assertFits(page);
    await page.close();
  });
});

/**
 * The order of the page: the groups as the first rule of each comes, the rules as they come.
 *
 * @param {string[]} ids
 * @returns {(one: string, other: string) => number}
 */
function byGroup(ids) {
  const groups = [...new Set(ids.map((id) => id.split('/')[0]))];
  const rank = (/** @type {string} */ id) => groups.indexOf(id.split('/')[0]) * ids.length + ids.indexOf(id);
  return (one, other) => rank(one) - rank(other);
}
