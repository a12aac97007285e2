import { find } from '../../elements.js';
import { element } from '../../../src/js/form/elements.js';
import { readSettings } from '../settings.js';

/**
 * Offers to allow the pages that the agency names, where its package does not come with leave to read them. The
 * browser asks the person once more.
 */
export class Access {
  #missing = /** @type {string[]} */ ([]);

  constructor() {
    find('#allow-button').addEventListener('click', async () => {
      // At once: browsers take it for the person's wish only as long as the click lasts.
      await chrome.permissions.request({ origins: this.#missing }).catch(() => false);
      await this.look();
    });
  }

  async look() {
    const { sites } = await readSettings();
    const origins = [...new Set(sites.flatMap(({ matches }) => matches))];
    const allowed = await Promise.all(origins.map((origin) => chrome.permissions.contains({ origins: [origin] })));
    this.#missing = origins.filter((_, index) => !allowed[index]);
    find('#allow-list').replaceChildren(...this.#missing.map((origin) => element('li', {}, origin)));
    find('#allow').hidden = this.#missing.length === 0;
  }
}
