import { existsSync } from 'node:fs';
import {
  chmod, copyFile, mkdir, mkdtemp, readdir, rm, symlink, writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { keep, kept } from './cache.mjs';
import { succeed } from './command.mjs';
import { installDebianPackages } from './debian.mjs';
import { step } from './progress.mjs';
import { Refusal } from './refusal.mjs';
import { isAtLeast, oldestRust, versionIn } from './versions.mjs';

const target = 'wasm32-unknown-unknown';
const rustlib = '/usr/lib/rustlib';

/** Debian's Rust with the sources of its standard library, and the file that shows each is there. */
const packages = {
  'rustc-web': '/usr/bin/rustc',
  'cargo-web': '/usr/bin/cargo',
  'rust-web-clippy': '/usr/bin/clippy-driver',
  'rust-web-src': `${rustlib}/src/rust/library/std/Cargo.toml`,
  'rust-web-llvm': '/usr/bin/rust-lld',
  'lld-22': '/usr/bin/lld-22',
};

const missingPackages = () =>
  Object.entries(packages).filter(([, file]) => !existsSync(file)).map(([name]) => name);

/** The name that this machine's Debian toolchain is kept under. */
async function nameOfToolchain() {
  const about = await succeed('/usr/bin/rustc', ['-vV']);
  const release = /^release: (.*)/m.exec(about)?.[1];
  const commit = /^commit-hash: (.{0,9})/m.exec(about)?.[1];
  return `debian-rust-${release}-${commit}`;
}

/** The toolchain made before from the Debian packages, if they are still the same. */
export const keptDebianToolchain = async () =>
  missingPackages().length === 0 ? kept(await nameOfToolchain()) : undefined;

/**
 * Makes a toolchain that builds for WebAssembly out of Debian's Rust, which lacks nothing but
 * the standard library for that target. Nothing in /usr changes but for the packages.
 *
 * @throws {Refusal} where the packages cannot be installed
 */
export async function makeDebianToolchain() {
  const missing = missingPackages();
  if (missing.length > 0) await installDebianPackages(missing);
  const version = versionIn(await succeed('/usr/bin/rustc', ['-V']));
  const oldest = await oldestRust();
  if (!isAtLeast(version, oldest)) {
    throw new Refusal(`Rust ${oldest} or newer is needed, and Debian's is ${version}.`);
  }
  return keep(await nameOfToolchain(), (draft) =>
    step(`Building the standard library for ${target} from Debian's sources`, () => fill(draft)));
}

/** @param {string} toolchain an empty folder */
async function fill(toolchain) {
  const workplace = await mkdtemp(join(tmpdir(), 'recording-standard-'));
  try {
    await layOut(toolchain, await compileStandardLibrary(workplace));
  } finally {
    await rm(workplace, { recursive: true, force: true });
  }
}

/**
 * @param {string} workplace an empty folder
 * @returns {Promise<string[]>} the compiled libraries
 */
async function compileStandardLibrary(workplace) {
  await mkdir(join(workplace, 'src'));
  await writeFile(join(workplace, 'Cargo.toml'), '[package]\nname = "empty"\nedition = "2024"\n');
  await writeFile(join(workplace, 'src/lib.rs'), '#![no_std]\n');
  const build = 'build-std=std,panic_abort,proc_macro,test';
  await succeed('/usr/bin/cargo', ['build', '--release', '--target', target, '-Z', build], {
    cwd: workplace,
    env: {
      ...process.env,
      CARGO_TARGET_DIR: join(workplace, 'target'),
      RUSTC: '/usr/bin/rustc',
      RUSTC_BOOTSTRAP: '1',
      // Without bitcode in it, nothing that asks for link-time optimisation links against it.
      RUSTFLAGS: '-C embed-bitcode=yes',
    },
  });
  const folder = join(workplace, 'target', target, 'release/deps');
  return (await readdir(folder))
    .filter((file) => file.endsWith('.rlib') && !file.startsWith('libempty-'))
    .map((file) => join(folder, file));
}

/**
 * Puts together Debian's toolchain, by links, and the one target more.
 *
 * @param {string} toolchain an empty folder
 * @param {string[]} libraries of the standard library
 */
async function layOut(toolchain, libraries) {
  const own = join(toolchain, 'lib/rustlib', target, 'lib');
  await mkdir(own, { recursive: true });
  for (const library of libraries) await copyFile(library, join(own, basename(library)));
  for (const entry of await readdir(rustlib)) {
    if (entry !== target) await symlink(join(rustlib, entry), join(toolchain, 'lib/rustlib', entry));
  }
  const bin = join(toolchain, 'bin');
  await mkdir(bin);
  for (const command of ['cargo', 'cargo-clippy']) {
    await symlink(join('/usr/bin', command), join(bin, command));
  }
  await writeFile(join(bin, 'rustc'), '#!/bin/sh\nexec /usr/bin/rustc --sysroot "${0%/*}/.." "$@"\n');
  await chmod(join(bin, 'rustc'), 0o755);
}
