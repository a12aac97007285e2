import firefox from '../manifest/firefox.json' with { type: 'json' };

const { id } = firefox.browser_specific_settings.gecko;

/**
 * Where each browser has the settings of an extension among its policies.
 *
 * @type {Record<string, (settings: object) => object>}
 */
const places = {
  chromium: (settings) => ({ '3rdparty': { extensions: { [chrome.runtime.id]: settings } } }),
  firefox: (settings) => ({ policies: { '3rdparty': { Extensions: { [id]: settings } } } }),
  plain: (settings) => settings,
};

/**
 * Settings as a browser's administrator deploys them.
 *
 * @param {object} settings
 * @param {string} place
 */
export const deployed = (settings, place) => JSON.stringify(places[place](settings), undefined, 2);
