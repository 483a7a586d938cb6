/** Writes operations of a content stream (ISO 32000-1 §7.8.2). */
import { ByteBuffer } from '../byte-buffer';
import { Name, type Operand } from '../inspect/lexer';

const round = (value: number): number => Math.round(value * 1e5) / 1e5 || 0;

/** Collects operators with their operands; numbers keep five places. */
export class ContentWriter {
  private readonly out = new ByteBuffer();

  put(operator: string, ...operands: readonly Operand[]): void {
    for (const operand of operands) this.out.text(`${written(operand)} `);
    this.out.text(`${operator}\n`);
  }

  take(): Uint8Array {
    return this.out.take();
  }
}

function written(operand: Operand): string {
  if (operand === null) return 'null';
  if (typeof operand === 'number') return plainNumber(operand);
  if (typeof operand === 'boolean') return String(operand);
  if (operand instanceof Name) return `/${escaped(operand.text)}`;
  if (operand instanceof Uint8Array) return `<${hex(operand)}>`;
  if (operand instanceof Map) {
    const entries = [...(operand as ReadonlyMap<string, Operand>)];
    return `<<${entries.map(([key, value]) => `/${escaped(key)} ${written(value)}`).join(' ')}>>`;
  }
  return `[${(operand as readonly Operand[]).map(written).join(' ')}]`;
}

/** To five places; PDF knows no exponents. */
export function plainNumber(exact: number): string {
  const value = round(exact);
  if (Math.abs(value) < 1e-5) return '0';
  return String(value).includes('e') ? value.toFixed(0) : String(value);
}

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

const escaped = (name: string): string =>
  name.replace(/[^!-~]|[#/()<>[\]{}%]/g, (character) => `#${(character.charCodeAt(0) & 255).toString(16).padStart(2, '0')}`);
