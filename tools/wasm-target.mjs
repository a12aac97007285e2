import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { run, which } from './command.mjs';
import { keptDebianToolchain, makeDebianToolchain } from './debian-rust.mjs';
import { step } from './progress.mjs';
import { Refusal } from './refusal.mjs';

const target = 'wasm32-unknown-unknown';

/**
 * A download that answers is done well before this. One that never answers must not hold up
 * a machine that has another way.
 */
const patience = 180_000;

/** Whether the Rust in use builds for WebAssembly as it is. */
async function isInstalled() {
  const { code, output } = await run('rustc', ['--print', 'target-libdir', '--target', target]);
  const folder = output.trim();
  return code === 0 && existsSync(folder) && readdirSync(folder).some((file) => file.startsWith('libstd-'));
}

/** Whether rustup could add the target to the Rust in use. */
async function addWithRustup() {
  if (!which('rustup')) return false;
  const added = await step(`Adding ${target} with rustup`, async () => {
    const env = { ...process.env, RUSTUP_MAX_RETRIES: '0' };
    await run('rustup', ['target', 'add', target], { env, timeout: patience });
    return isInstalled();
  });
  return added;
}

/**
 * Sees to it that Rust can build for WebAssembly: with the toolchain in use if that has the
 * target or rustup can add it, else with one made from Debian's packages.
 *
 * @returns {Promise<string | undefined>} the other toolchain's folder, if one is to be used
 * @throws {Refusal} where neither way is open
 */
export async function wasmToolchain() {
  if (await isInstalled()) return undefined;
  const kept = await keptDebianToolchain();
  if (kept || (await addWithRustup())) return kept;
  try {
    return await makeDebianToolchain();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal(
      `Rust lacks the target ${target}: rustup could not add it here. ${error.message}`,
      error.details,
    );
  }
}
