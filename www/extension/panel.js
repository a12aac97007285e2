import { Access } from './panel/access.js';
import { Record } from './panel/record.js';
import { Setup } from './panel/setup.js';
import { find } from '../elements.js';
import { element } from '../../src/js/form/elements.js';
import { look } from '../../src/js/form/look.js';
import { adopt } from '../../src/js/form/sheets.js';

/** @import { RuleInfo } from '../../src/js/index.js' */
/** @import { Said } from './content/watch.js' */

/** The tab that the panel speaks of: the one that is in front of it. */
let tab = -1;

/** What the frames of the tab hold. @type {Map<number, Record>} */
const records = new Map();

/** The catalogue, which comes with the first check. */
const rules = chrome.runtime.sendMessage({ ask: 'rules' }).then((all) =>
  new Map(/** @type {RuleInfo[]} */ (Array.isArray(all) ? all : []).map((rule) => [rule.id, rule])));

const setup = new Setup((message) => chrome.tabs.sendMessage(tab, message), () => tab);

chrome.runtime.onMessage.addListener((message, sender) => {
  if (sender.tab?.id !== tab) return;
  if (message.tell === 'said') said(message, sender.frameId ?? 0);
  if (message.tell === 'gone') gone(sender.frameId ?? 0);
  if (message.tell === 'sent') sent(message.count);
  if (message.tell === 'picked') setup.picked(message);
});

/**
 * @param {Said} message
 * @param {number} frameId
 */
async function said(message, frameId) {
  const from = tab;
  const catalogue = await rules;
  if (from !== tab) return undefined;
  if (message.site === '') return gone(frameId);
  const record = records.get(frameId) ?? new Record({
    rule: (id) => catalogue.get(id),
    show: (key) => ask({ ask: 'show', key }, frameId),
    go: (path) => ask({ ask: 'go', path }, frameId),
    fix: (key, replacement) => ask({ ask: 'fix', key, replacement }, frameId),
  });
  if (!records.has(frameId)) find('#records').append(record.root);
  records.set(frameId, record);
  record.show(message);
  return sayState();
}

/** @param {number} frameId */
function gone(frameId) {
  records.get(frameId)?.root.remove();
  records.delete(frameId);
  sayState();
}

/** @param {number} count of the errors that the record was sent with */
function sent(count) {
  const close = element('button', { type: 'button' }, 'Close');
  const things = count === 1 ? 'was one thing' : `were ${count} things`;
  const box = element('div', { class: 'sent', role: 'status' },
    element('p', {}, `When the last record was sent, there ${things} to put right still. If you can, do so while you remember.`), close);
  close.addEventListener('click', () => box.remove());
  find('#sent').replaceChildren(box);
}

function sayState() {
  const counts = [...records.values()].map(({ count }) => count);
  const count = counts.reduce((sum, each) => sum + each, 0);
  const refused = [...records.values()].map((record) => record.refused).find((each) => each !== undefined);
  say(stateOf(count, refused));
}

/**
 * @param {number} count
 * @param {string | undefined} refused
 */
function stateOf(count, refused) {
  if (records.size === 0) return 'No record is read on this page.';
  if (refused) return `Checks are unavailable, because the agency’s settings are not right: ${refused}`;
  if (refused === '') return 'Checks are unavailable at the moment. You can write and save the record as usual.';
  if (count === 0) return 'Nothing to look at now.';
  return count === 1 ? 'One thing to look at.' : `${count} things to look at.`;
}

/** @param {string} text */
function say(text) {
  // What stays the same is not read out again.
  if (find('#state').textContent !== text) find('#state').textContent = text;
}

/**
 * @param {object} message
 * @param {number} [frameId]
 */
function ask(message, frameId) {
  const to = frameId === undefined ? undefined : { frameId };
  // A page that is not read does not answer.
  return chrome.tabs.sendMessage(tab, message, to).catch(() => {});
}

/** The tab that is in front in the window of this panel. */
async function inFront() {
  const [active] = await chrome.tabs.query({ active: true, currentWindow: true });
  return active?.id ?? -1;
}

/** Another tab is in front, or another page in it. */
async function begin() {
  tab = await inFront();
  for (const { root } of records.values()) root.remove();
  records.clear();
  say('');
  const isRead = await ask({ ask: 'say' });
  if (!isRead) sayState();
}

chrome.tabs.onActivated.addListener(async () => {
  // It may have been in another window.
  if ((await inFront()) === tab) return;
  find('#sent').replaceChildren();
  begin();
});
chrome.tabs.onUpdated.addListener((changed, { status }) => {
  if (changed === tab && status === 'loading') begin();
});

adopt(document.body, look);
new Access().look();
begin();
