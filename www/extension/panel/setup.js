import { find } from '../../elements.js';
import { element } from '../../../src/js/form/elements.js';
import { deployed } from './deployed.js';
import { choices, nameOfPath } from './paths.js';

/** @import { Site } from '../settings.js' */

/** What can be recorded, as the record's type has it. */
const types = ['note', 'visit', 'phoneCall', 'meeting', 'email', 'observation', 'assessment', 'plan', 'review', 'decision', 'supervision', 'closingSummary', 'transferSummary'];

/** Makes the settings of one page, by choosing a field and clicking its control. Nothing of it is kept. */
export class Setup {
  /** Selector → path, in the order in which they were chosen. */
  #fields = /** @type {Map<string, string>} */ (new Map());
  #tell;
  #tab;

  /**
   * @param {(message: object) => Promise<unknown>} tell says something to the page
   * @param {() => number} tab that is in front
   */
  constructor(tell, tab) {
    this.#tell = tell;
    this.#tab = tab;
    find('#path').append(...grouped());
    find('#type').append(element('option', { value: '' }, 'It differs, or the page says it'), ...types.map((type) => element('option', { value: type }, spaced(type))));
    find('#pick').addEventListener('click', () => this.#pick());
    find('#try').addEventListener('click', () => this.#try());
    find('#anew').addEventListener('click', () => this.#anew());
    find('#copy').addEventListener('click', async () => {
      await navigator.clipboard.writeText(valueOf('export'));
      find('#copied').textContent = 'Copied.';
    });
    for (const id of ['name', 'type', 'matches', 'policy', 'deploy']) find(`#${id}`).addEventListener('input', () => this.#write());
    this.#write();
  }

  /** @param {{ selector?: string, name?: string, matches: string }} message what was chosen, if anything was */
  picked({ selector, name, matches }) {
    this.#tell({ ask: 'pickNoMore' }).catch(() => {});
    if (!selector) return say('Nothing was chosen.');
    this.#fields.set(selector, valueOf('path'));
    /** @type {HTMLInputElement} */ (find('#matches')).value ||= matches;
    say(`${name ? `“${name}”` : 'A control'} holds “${nameOfPath(valueOf('path'))}”.`);
    this.#list();
    return this.#write();
  }

  async #pick() {
    if (!(await this.#run('picker.js'))) return;
    say('Click the control on the page. With the keyboard: go to the page, move to it with Tab, and press Enter. Escape ends this.');
  }

  async #try() {
    if (!(await this.#run('content.js'))) return;
    await this.#tell({ ask: 'try', site: this.#site() }).catch(() => {});
    say('What is found stands at the top of this panel.');
  }

  /**
   * Runs a script in the page, where the person has allowed it by opening this panel there.
   *
   * @param {string} file
   */
  async #run(file) {
    try {
      await chrome.scripting.executeScript({ target: { tabId: this.#tab(), allFrames: true }, files: [file] });
      return true;
    } catch {
      say('This page cannot be read yet. Press the button of the extension in the browser’s toolbar while the page is in front, and try again.');
      return false;
    }
  }

  /** @returns {Site} */
  #site() {
    const [name, type, matches] = ['name', 'type', 'matches'].map(valueOf);
    return {
      ...(name && { name }),
      matches: matches.split(/[\s,]+/).filter(Boolean),
      fields: Object.fromEntries(this.#fields),
      ...(type && { values: { type } }),
    };
  }

  #anew() {
    this.#fields.clear();
    for (const id of ['name', 'type', 'matches']) /** @type {HTMLInputElement} */ (find(`#${id}`)).value = '';
    say('');
    this.#list();
    this.#write();
  }

  #list() {
    find('#map-empty').hidden = this.#fields.size > 0;
    find('#map').replaceChildren(...[...this.#fields].map(([selector, path]) => {
      const remove = element('button', { type: 'button', 'aria-label': `Remove ${nameOfPath(path)}` }, 'Remove');
      remove.addEventListener('click', () => {
        this.#fields.delete(selector);
        this.#list();
        this.#write();
        find('#pick').focus();
      });
      return element('li', {}, nameOfPath(path), element('code', {}, selector), remove);
    }));
  }

  #write() {
    const settings = { ...(valueOf('policy').trim() && { policy: valueOf('policy').trim() }), sites: [this.#site()] };
    /** @type {HTMLTextAreaElement} */ (find('#export')).value = deployed(settings, valueOf('deploy'));
    find('#copied').textContent = '';
  }
}

function grouped() {
  const groups = [...new Set(choices.map(({ group }) => group))];
  return groups.map((label) => {
    const options = choices.filter(({ group }) => group === label).map(({ path, name }) => element('option', { value: path }, name));
    return element('optgroup', { label: label || 'The record' }, ...options);
  });
}

/** @param {string} type "phoneCall" */
const spaced = (type) => type.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replace(/^./, (letter) => letter.toUpperCase());

/** @param {string} id */
const valueOf = (id) => /** @type {HTMLInputElement} */ (find(`#${id}`)).value;

/** @param {string} text */
const say = (text) => {
  find('#picking').textContent = text;
};
