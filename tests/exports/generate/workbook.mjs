import { Buffer } from 'node:buffer';
import { once } from 'node:events';
import { createDeflateRaw, crc32 as crcOfNode } from 'node:zlib';

/** @param {string} text */
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** "A" for 0, "AA" for 26. @param {number} index @returns {string} */
const letters = (index) => (index < 26 ? '' : letters(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26));

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** What says where everything is. @param {number[]} sheets their numbers */
const directoryOf = (sheets) => ({
  '[Content_Types].xml': `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/>${sheets.map((sheet) => `<Override PartName="/xl/worksheets/sheet${sheet}.xml" ContentType="${types}.worksheet+xml"/>`).join('')}<Override PartName="/xl/sharedStrings.xml" ContentType="${types}.sharedStrings+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook ${main} xmlns:r="${office}"><sheets>${sheets.map((sheet) => `<sheet name="Sheet ${sheet}" sheetId="${sheet}" r:id="rId${sheet}"/>`).join('')}</sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packages}/relationships">${sheets.map((sheet) => `<Relationship Id="rId${sheet}" Type="${office}/worksheet" Target="worksheets/sheet${sheet}.xml"/>`).join('')}<Relationship Id="rId0" Type="${office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
});
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

/**
 * A workbook as a spreadsheet program saves it: its texts are kept apart from its sheets.
 *
 * @param {...Iterable<(string | number)[]>} tables one on each sheet
 * @returns {AsyncGenerator<Uint8Array, void, void>}
 */
export async function* workbook(...tables) {
  const strings = new Part('xl/sharedStrings.xml', `<sst ${main}>`);
  /** @type {Map<string, number>} */
  const known = new Map();
  let count = 0;
  /** @param {string} text */
  const numberOf = (text) => {
    const old = known.get(text);
    if (old !== undefined) return old;
    strings.add(`<si><t xml:space="preserve">${escaped(text)}</t></si>`);
    // Long texts are hardly ever the same.
    if (text.length < 40 && known.size < 100_000) known.set(text, count);
    return count++;
  };
  const sheets = tables.map((_, index) => new Part(`xl/worksheets/sheet${index + 1}.xml`, `<worksheet ${main}><sheetData>`));
  for (const [index, rows] of tables.entries()) {
    const sheet = sheets[index];
    let row = 0;
    for (const cells of rows) {
      row += 1;
      sheet.add(`<row r="${row}">`);
      cells.forEach((cell, column) => {
        if (cell === '') return;
        const place = `r="${letters(column)}${row}"`;
        sheet.add(typeof cell === 'number' ? `<c ${place}><v>${cell}</v></c>` : `<c ${place} t="s"><v>${numberOf(cell)}</v></c>`);
      });
      sheet.add('</row>');
      if (row % 1000 === 0) await Promise.all([sheet.flush(), strings.flush()]);
    }
    sheet.add('</sheetData></worksheet>');
  }
  strings.add('</sst>');
  const directoryParts = Object.entries(directoryOf(sheets.map((_, index) => index + 1)));
  const parts = [...sheets, strings, ...directoryParts.map(([name, text]) => new Part(name, text))];
  let offset = 0;
  const directory = [];
  for (const part of parts) {
    const bytes = await part.bytes();
    yield bytes;
    directory.push(part.entry(offset));
    offset += bytes.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  yield Buffer.concat([list, end]);
}

/** A file in the zip. */
class Part {
  #name;
  #deflate = createDeflateRaw({ level: 1 });
  /** @type {Buffer[]} */
  #packed = [];
  #pending = '';
  #checksum = 0;
  #size = 0;
  #header = Buffer.alloc(0);

  /** @param {string} name @param {string} text with which it begins */
  constructor(name, text) {
    this.#name = Buffer.from(name);
    this.#deflate.on('data', (bytes) => this.#packed.push(bytes));
    this.add(declaration + text);
  }

  /** @param {string} text */
  add(text) {
    this.#pending += text;
  }

  async flush() {
    const bytes = Buffer.from(this.#pending);
    this.#pending = '';
    this.#checksum = crc32(bytes, this.#checksum);
    this.#size += bytes.length;
    if (!this.#deflate.write(bytes)) await once(this.#deflate, 'drain');
  }

  /** The whole of it, with its header. */
  async bytes() {
    await this.flush();
    this.#deflate.end();
    await once(this.#deflate, 'end');
    const packed = Buffer.concat(this.#packed);
    const header = Buffer.alloc(26);
    header.writeUInt16LE(20, 0);
    header.writeUInt16LE(8, 4);
    header.writeUInt32LE(this.#checksum, 10);
    header.writeUInt32LE(packed.length, 14);
    header.writeUInt32LE(this.#size, 18);
    header.writeUInt16LE(this.#name.length, 22);
    this.#header = header;
    return Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), header, this.#name, packed]);
  }

  /** What the directory says of it. @param {number} offset */
  entry(offset) {
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    return Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), this.#header, rest, this.#name]);
  }
}

const table = Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});

/** @param {Uint8Array} bytes @param {number} before */
function crc32(bytes, before) {
  if (crcOfNode) return crcOfNode(bytes, before);
  let value = ~before >>> 0;
  for (const byte of bytes) value = table[(value ^ byte) & 0xff] ^ (value >>> 8);
  return ~value >>> 0;
}
