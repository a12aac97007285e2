import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root, succeed } from './command.mjs';
import { esbuild } from './esbuild.mjs';

/** What the compiler uses of WebAssembly beyond its beginnings. */
const features = ['bulk-memory', 'sign-ext', 'nontrapping-float-to-int', 'mutable-globals'].map((name) => `--enable-${name}`);

/**
 * Translates a wasm as the compiler made it to JavaScript that runs in any browser, however old, and under any
 * policy, since it needs no `eval` either.
 *
 * @param {string} wasm from the project's root
 * @param {string} folder that is filled, from the project's root
 * @param {NodeJS.ProcessEnv} env
 */
export async function toJavaScript(wasm, folder, env) {
  const inside = (/** @type {string} */ name) => join(root, folder, name);
  await mkdir(join(root, folder), { recursive: true });
  await writeFile(inside('old.wasm'), withoutReferences(await readFile(join(root, wasm))));
  const names = ['--out-dir', folder, '--out-name', 'recording_standard'];
  await succeed('wasm-bindgen', ['--target', 'web', ...names, join(folder, 'old.wasm')], { env });
  const lower = ['-Oz', '--signext-lowering', '--llvm-nontrapping-fptoint-lowering'];
  await succeed('wasm-opt', [inside('recording_standard_bg.wasm'), ...features, ...lower, '-o', inside('low.wasm')], { env });
  await succeed('wasm2js', [inside('low.wasm'), ...features, '-O', '-o', inside('translated.js')], { env });
  const glue = await readFile(inside('recording_standard.js'), 'utf8');
  const code = asAssembly(await readFile(inside('translated.js'), 'utf8'));
  const { transform } = await esbuild();
  await writeFile(inside('assembly.js'), (await transform(code, { minify: true })).code);
  await writeFile(inside('assembly.d.ts'), declarations);
  await writeFile(inside('recording_standard.js'), withAssembly(glue));
  for (const name of unfinished) await rm(inside(name));
}

/** What is left behind on the way. */
const unfinished = [
  'old.wasm', 'low.wasm', 'recording_standard_bg.wasm', 'recording_standard_bg.wasm.d.ts', 'translated.js',
];

const declarations = `export const Assembly: {
  Module: new () => WebAssembly.Module;
  Instance: new (module: WebAssembly.Module, imports: WebAssembly.Imports) => WebAssembly.Instance;
};
`;

/**
 * The wasm with a note that it knows no references to JavaScript's objects, for which there is nothing in
 * JavaScript's own numbers: wasm-bindgen keeps a list of objects then.
 *
 * @param {Buffer} wasm
 */
function withoutReferences(wasm) {
  const noted = Buffer.from(wasm);
  for (const feature of ['reference-types', 'multivalue']) {
    const at = noted.indexOf(`+${String.fromCharCode(feature.length)}${feature}`);
    if (at >= 0) noted.write('-', at);
  }
  return noted;
}

/**
 * What wasm-bindgen made, with what takes WebAssembly's place.
 *
 * @param {string} glue
 */
function withAssembly(glue) {
  const slot = /if \(idx < (\d+)\) return;/.exec(glue)?.[1];
  /** @type {[RegExp, string][]} */
  const changes = [
    // The wasm asks for the first place in the list of objects that is not taken from the start, and gets no
    // answer where there are no references.
    [/import \* as (\w+) from "__wbindgen_externref_xform__"/, `const $1 = { __wbindgen_externref_statics_end: () => ${slot} };`],
    // Memory that grew is another buffer, and the old one does not say so.
    [/cachedUint8ArrayMemory0\.byteLength === 0/, 'cachedUint8ArrayMemory0.buffer !== wasm.memory.buffer'],
    [/cachedDataViewMemory0\.buffer\.detached === true/, 'cachedDataViewMemory0.buffer !== wasm.memory.buffer'],
    // There is no file, and bundlers would look for it.
    [/new URL\('recording_standard_bg\.wasm', import\.meta\.url\)/, 'undefined'],
    [/\bWebAssembly\b/g, 'Assembly'],
  ];
  return changes.reduce((text, [was, is]) => {
    if (!was.test(text)) throw new Error(`wasm-bindgen writes something else than it did where there was ${was}.`);
    return text.replace(was, is);
  }, `import { Assembly } from './assembly.js';\n${glue}`);
}

/**
 * What wasm2js made is one instance. A new one has to take its place after a trap, so that this makes of it
 * what WebAssembly has: a module, of which there can be any number of instances.
 *
 * @param {string} script
 */
function asAssembly(script) {
  const body = script
    .replace(/^import .*\n/gm, '')
    .replace(/^var retasmFunc = [^]*$/m, '');
  return `${body}
class Module {}
class Instance {
  constructor(module, imports) {
    // There is nothing to start, and the command to do so is part of every beginning all the same.
    this.exports = { __wbindgen_start() {}, ...asmFunc(imports) };
  }
}
export const Assembly = { Module, Instance };
`;
}
