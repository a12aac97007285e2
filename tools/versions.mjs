import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './command.mjs';

/** The Spark that the command is tested with. */
export const pyspark = '3.5.6';

/** @param {string} file in the project's root */
const read = (file) => readFile(join(root, file), 'utf8');

/**
 * The first dotted number in a text.
 *
 * @param {string} text
 */
export const versionIn = (text) => /\d+(\.\d+)*/.exec(text)?.[0] ?? '0';

/**
 * @param {string} version
 * @param {string} oldest
 */
export const isAtLeast = (version, oldest) =>
  version.localeCompare(oldest, 'en', { numeric: true }) >= 0;

/** The oldest Node, as package.json states it. */
export const oldestNode = async () => versionIn(JSON.parse(await read('package.json')).engines.node);

/** The oldest Rust, as Cargo.toml states it. */
export const oldestRust = async () =>
  versionIn(/^rust-version = .*/m.exec(await read('Cargo.toml'))?.[0] ?? '');

/** The version of the wasm-bindgen crate, which its command has to equal. */
export const wasmBindgen = async () =>
  versionIn(/^name = "wasm-bindgen"\nversion = .*/m.exec(await read('Cargo.lock'))?.[0] ?? '');

/**
 * The version of an installed npm package.
 *
 * @param {string} name
 */
export const installed = async (name) =>
  JSON.parse(await read(`node_modules/${name}/package.json`)).version;
