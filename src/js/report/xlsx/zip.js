import { crc32 } from './crc.js';

/** Deflated, with names in UTF-8, and with sizes that follow the content, since that is streamed. */
const flags = 0x0808;
const deflated = 8;

/** What unpacks it has to know version 2.0 of the format. */
const version = 20;

/** The first day that the format can write: an archive is the same whenever it is made. */
const day = 0x21;

const encoder = new TextEncoder();

/**
 * A part of an archive.
 *
 * @typedef {{ name: Uint8Array<ArrayBuffer>, place: number, crc: number, packed: number, unpacked: number }} Part
 */

/** Writes a ZIP archive of texts, part by part, with a memory that does not grow with them. */
export class Zip {
  /** @type {Part[]} */
  #parts = [];

  /** @type {Uint8Array[]} */
  #ready = [];

  #length = 0;

  /** @type {{ part: Part, writer: WritableStreamDefaultWriter<BufferSource>, drained: Promise<void> } | undefined} */
  #open;

  /**
   * Begins a part.
   *
   * @param {string} name
   */
  begin(name) {
    const part = { name: encoder.encode(name), place: this.#length, crc: 0, packed: 0, unpacked: 0 };
    const head = fields([4, 0x04034b50], [2, version], ...about(part), [2, 0]);
    this.#give(head, part.name);
    const { readable, writable } = new CompressionStream('deflate-raw');
    const drain = async () => {
      const reader = readable.getReader();
      for (let read = await reader.read(); !read.done; read = await reader.read()) {
        part.packed += read.value.length;
        this.#give(read.value);
      }
    };
    this.#open = { part, writer: writable.getWriter(), drained: drain() };
  }

  /**
   * Adds to the part that was begun last.
   *
   * @param {string} text
   */
  async add(text) {
    if (!this.#open) throw new Error('There is no part to add to.');
    const { part, writer } = this.#open;
    const bytes = encoder.encode(text);
    part.crc = crc32(bytes, part.crc);
    part.unpacked += bytes.length;
    await writer.write(bytes);
  }

  /** Ends the part that was begun last. */
  async end() {
    if (!this.#open) throw new Error('There is no part to end.');
    const { part, writer, drained } = this.#open;
    await writer.close();
    await drained;
    this.#give(fields([4, 0x08074b50], ...sizes(part)));
    this.#parts.push(part);
    this.#open = undefined;
  }

  /** Ends the archive: lists its parts. */
  finish() {
    const place = this.#length;
    for (const part of this.#parts) {
      const comments = /** @type {Field[]} */ ([[2, 0], [2, 0], [2, 0], [2, 0], [4, 0]]);
      this.#give(fields([4, 0x02014b50], [2, version], [2, version], ...about(part), ...comments, [4, part.place]), part.name);
    }
    const count = this.#parts.length;
    this.#give(fields([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, this.#length - place], [4, place], [2, 0]));
  }

  /** The bytes that are ready and were not taken yet. */
  take() {
    const bytes = new Uint8Array(this.#ready.reduce((sum, { length }) => sum + length, 0));
    let end = 0;
    for (const piece of this.#ready) {
      bytes.set(piece, end);
      end += piece.length;
    }
    this.#ready = [];
    return bytes;
  }

  /** @param {Uint8Array[]} pieces */
  #give(...pieces) {
    this.#ready.push(...pieces);
    for (const { length } of pieces) this.#length += length;
  }
}

/**
 * A number with the bytes that it takes.
 *
 * @typedef {[2 | 4, number]} Field
 */

/** @param {Part} part */
const sizes = ({ crc, packed, unpacked }) => /** @type {Field[]} */ ([[4, crc], [4, packed], [4, unpacked]]);

/** @param {Part} part */
const about = (part) =>
  /** @type {Field[]} */ ([[2, flags], [2, deflated], [2, 0], [2, day], ...sizes(part), [2, part.name.length]]);

/** @param {Field[]} list */
function fields(...list) {
  const view = new DataView(new ArrayBuffer(list.reduce((sum, [size]) => sum + size, 0)));
  let place = 0;
  for (const [size, number] of list) {
    if (size === 2) view.setUint16(place, number, true);
    else view.setUint32(place, number, true);
    place += size;
  }
  return new Uint8Array(view.buffer);
}
