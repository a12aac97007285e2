/** A match pattern, as browsers know them: a scheme, a host with or without what stands before it, and a path. */
const parts = /^(\*|https?):\/\/(\*|(?:\*\.)?[^/*]+)(\/.*)$/;

/** @param {string} pattern */
export const isPattern = (pattern) => parts.test(pattern);

/**
 * Whether an address is one that a match pattern means. A pattern that is not right means none.
 *
 * @param {string} pattern "https://*.example.gov.uk/visits/*"
 * @param {string} address
 */
export function isMatched(pattern, address) {
  const [, scheme, host, path] = parts.exec(pattern) ?? [];
  if (!scheme || !/^https?:/.test(address)) return false;
  const { protocol, hostname, port, pathname, search } = new URL(address);
  const isScheme = scheme === '*' || `${scheme}:` === protocol;
  return isScheme && isHost(host, hostname, port) && isLike(path, pathname + search);
}

/**
 * @param {string} wanted may name a port
 * @param {string} hostname
 * @param {string} port
 */
function isHost(wanted, hostname, port) {
  const [name, wantedPort] = wanted.split(':');
  if (wantedPort && wantedPort !== '*' && wantedPort !== port) return false;
  if (name === '*') return true;
  return name.startsWith('*.') ? `.${hostname}`.endsWith(name.slice(1)) : hostname === name;
}

/**
 * @param {string} wanted in which a star stands for anything
 * @param {string} text
 */
const isLike = (wanted, text) =>
  new RegExp(`^${wanted.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*')}$`, 's').test(text);
