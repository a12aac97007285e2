/** @import { Piece } from '../../src/js/report/reporters.js' */

/** So much is collected before it is handed to the browser, which can keep it out of memory. */
const most = 1024 * 1024;

/** A report that grows piece by piece. */
export class PieceByPiece {
  /** @type {Blob[]} */
  #blobs = [];

  /** @type {BlobPart[]} */
  #pieces = [];

  #length = 0;
  #type;

  /** @param {string} type */
  constructor(type) {
    this.#type = type;
  }

  /** @param {Piece} piece */
  add(piece) {
    if (piece.length === 0) return;
    this.#pieces.push(/** @type {BlobPart} */ (piece));
    this.#length += piece.length;
    if (this.#length < most) return;
    this.#blobs.push(new Blob(this.#pieces));
    this.#pieces = [];
    this.#length = 0;
  }

  whole() {
    return new Blob([...this.#blobs, ...this.#pieces], { type: this.#type });
  }
}
