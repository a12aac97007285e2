import { once } from 'node:events';
import { createWriteStream, rmSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { Refusal } from './refusal.js';
import { reasonOf } from './reasons.js';

/** Nobody reads any more. */
class ClosedPipe extends Error {}

/**
 * Whether an error says that nobody reads the output any more, as when it goes to `head`.
 *
 * @param {unknown} error
 */
export const isClosedPipe = (error) => error instanceof ClosedPipe;

/** The signals that end a program, and their numbers. */
const signals = /** @type {const} */ ({ SIGHUP: 1, SIGINT: 2, SIGTERM: 15 });

/** Writes text and bytes no faster than they are taken. */
class Output {
  /** @type {Error | undefined} */
  #error;
  #stream;
  #name;

  /**
   * @param {NodeJS.WritableStream} stream
   * @param {string} name
   */
  constructor(stream, name) {
    this.#stream = stream;
    this.#name = name;
    stream.on('error', (error) => {
      this.#error = error;
    });
  }

  /**
   * @param {string | Uint8Array} piece
   * @throws {ClosedPipe | Refusal} where it cannot be written
   */
  async write(piece) {
    if (piece.length === 0) return;
    await this.guard(async () => {
      if (this.#error) throw this.#error;
      if (!this.#stream.write(piece)) await once(this.#stream, 'drain');
    });
  }

  /** Says that all is written. */
  async finish() {}

  /** Leaves nothing half-written behind. */
  discard() {}

  /** @param {() => Promise<void>} work */
  async guard(work) {
    try {
      await work();
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EPIPE') throw new ClosedPipe();
      throw new Refusal(`${this.#name} cannot be written. ${reasonOf(error)}`);
    }
  }
}

/** A file that gets its name when it is whole. */
class FileOutput extends Output {
  #stream;
  #draft;
  #path;
  #remove = () => rmSync(this.#draft, { force: true });
  #ends = Object.entries(signals).map(([signal, number]) => ({ signal, end: () => process.exit(128 + number) }));

  /** @param {string} path */
  constructor(path) {
    const draft = `${path}.${process.pid}.part`;
    const stream = createWriteStream(draft, { flags: 'wx' });
    super(stream, path);
    this.#stream = stream;
    this.#draft = draft;
    this.#path = path;
    process.on('exit', this.#remove);
    for (const { signal, end } of this.#ends) process.on(signal, end);
  }

  async open() {
    await this.guard(async () => {
      await once(this.#stream, 'open');
    });
  }

  async finish() {
    await this.guard(async () => {
      this.#stream.end();
      await finished(this.#stream);
      await rename(this.#draft, this.#path);
    });
    this.#forget();
  }

  discard() {
    this.#stream.destroy();
    this.#remove();
    this.#forget();
  }

  #forget() {
    process.off('exit', this.#remove);
    for (const { signal, end } of this.#ends) process.off(signal, end);
  }
}

/** What the command says on its standard streams. */
export const standardOutput = new Output(process.stdout, 'Standard output');
export const standardError = new Output(process.stderr, 'Standard error');

/**
 * Where a report goes: a file, or standard output without a path.
 *
 * @param {string} [path]
 * @returns {Promise<Output>}
 * @throws {Refusal} where the file cannot be written
 */
export async function openOutput(path) {
  if (path === undefined) return standardOutput;
  const output = new FileOutput(path);
  await output.open();
  return output;
}
