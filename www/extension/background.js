import { createValidator } from '../../src/js/inline.js';
import { readSettings, sitesAt } from './settings.js';

/** @import { CaseRecord, Validator } from '../../src/js/index.js' */

/** @type {Promise<Validator> | undefined} */
let validator;

/** One validator for as long as the browser keeps this running. A policy that is not right is told again each time. */
const ready = () =>
  (validator ??= readSettings().then(({ policy }) => createValidator(policyIn(policy))));

/** @param {string} text */
function policyIn(text) {
  if (text.trim() === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new Error('policy: this is no JSON.');
  }
}

/**
 * What pages of the extension and its scripts may ask.
 *
 * @type {Record<string, (message: any) => Promise<unknown>>}
 */
const answers = {
  /** @param {{ address: string }} message */
  sites: async ({ address }) => {
    const sites = sitesAt((await readSettings()).sites, address);
    // The first check need not wait for what it takes to begin.
    if (sites.length > 0) ready().catch(() => {});
    return sites;
  },
  /** @param {{ record: CaseRecord }} message */
  check: async ({ record }) => (await ready()).check(record),
  rules: async () => (await ready()).rules(),
};

chrome.runtime.onMessage.addListener((message, sender, answer) => {
  if (message.tell === 'said' && sender.tab) showCount(sender.tab.id, message.count);
  const work = answers[message.ask];
  if (!work) return false;
  work(message).then(answer, (error) => answer({ refused: reasonOf(error) }));
  return true;
});

/**
 * What may be told of an error: that the policy is not right, and where. Anything else could hold words of the record.
 *
 * @param {unknown} error
 */
const reasonOf = (error) => (error instanceof Error && error.message.startsWith('policy: ') ? error.message : '');

/**
 * How much there is to look at, on the button of the extension, for whoever has the panel closed.
 *
 * @param {number} tabId
 * @param {number} count
 */
function showCount(tabId, count) {
  chrome.action.setBadgeBackgroundColor({ color: '#1d70b8' });
  // The tab may be gone by now.
  chrome.action.setBadgeText({ tabId, text: count > 0 ? String(count) : '' }).catch(() => {});
}

chrome.action.onClicked.addListener(({ windowId }) => {
  // At once: browsers open it for a click only as long as they are at it.
  chrome.sidePanel?.open({ windowId }).catch(() => {});
  chrome.sidebarAction?.open().catch(() => {});
});

/** Puts the script that reads into the pages that the agency names, and into no other. */
async function watchSites() {
  validator = undefined;
  const { sites } = await readSettings();
  const matches = [...new Set(sites.flatMap((site) => site.matches))].sort();
  const [registered] = await chrome.scripting.getRegisteredContentScripts();
  if (String(registered?.matches ?? '') === String(matches)) return;
  await chrome.scripting.unregisterContentScripts();
  if (matches.length === 0) return;
  await chrome.scripting.registerContentScripts([
    { id: 'content', js: ['content.js'], matches, allFrames: true, runAt: 'document_idle', persistAcrossSessions: false },
  ]);
  await watchOpen(matches);
}

/**
 * Pages that are open already.
 *
 * @param {string[]} matches
 */
async function watchOpen(matches) {
  for (const { id } of await chrome.tabs.query({ url: matches })) {
    // A page that this browser has not allowed yet is left alone.
    await chrome.scripting.executeScript({ target: { tabId: id, allFrames: true }, files: ['content.js'] }).catch(() => {});
  }
}

let watching = Promise.resolve();

/** One after the other. A browser that refuses what the agency deploys reads no page then. */
const watch = () => {
  watching = watching.then(watchSites).catch(() => {});
};

chrome.permissions.onAdded.addListener(async () => {
  const { sites } = await readSettings();
  await watchOpen(sites.flatMap(({ matches }) => matches));
});
chrome.storage.onChanged.addListener(watch);
chrome.runtime.onInstalled.addListener(watch);
chrome.runtime.onStartup.addListener(watch);
watch();
