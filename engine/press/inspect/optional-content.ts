/** Optional content (ISO 32000-1 §8.11): layers that do not show are neither looked at nor printed. */
import { PDFArray, PDFDict, PDFName, type PDFObject } from 'pdf-lib';

const mostDepth = 8;

/** Groups that the file's default configuration turns off, as dictionaries. */
export function hiddenGroups(catalog: PDFDict | undefined): ReadonlySet<PDFObject> {
  const properties = catalog?.lookup(PDFName.of('OCProperties'));
  if (!(properties instanceof PDFDict)) return new Set();
  const configuration = properties.lookup(PDFName.of('D'));
  const listed = (dict: unknown, key: string): PDFObject[] =>
    dict instanceof PDFDict ? itemsOf(dict.lookup(PDFName.of(key))) : [];
  const base = configuration instanceof PDFDict ? configuration.lookup(PDFName.of('BaseState'))?.toString() : undefined;
  const hidden = new Set(base === '/OFF' ? listed(properties, 'OCGs') : listed(configuration, 'OFF'));
  if (base === '/OFF') for (const group of listed(configuration, 'ON')) hidden.delete(group);
  return hidden;
}

/** Whether a group, or what its membership says of several, is off. */
export function isHidden(content: PDFObject | undefined, hidden: ReadonlySet<PDFObject>): boolean {
  if (!(content instanceof PDFDict)) return false;
  if (hidden.has(content)) return true;
  const expression = content.lookup(PDFName.of('VE'));
  if (expression instanceof PDFArray) return !isShown(expression, hidden, 0);
  const members = content.lookup(PDFName.of('OCGs'));
  const groups = members instanceof PDFArray ? itemsOf(members) : members ? [members] : [];
  if (groups.length === 0) return false;
  const off = groups.map((group) => hidden.has(group));
  const policy = content.lookup(PDFName.of('P'))?.toString() ?? '/AnyOn';
  if (policy === '/AllOn') return off.includes(true);
  if (policy === '/AnyOff') return !off.includes(true);
  return policy === '/AllOff' ? off.includes(false) : !off.includes(false);
}

/** A visibility expression: And, Or, Not over groups and further expressions. */
function isShown(expression: PDFObject, hidden: ReadonlySet<PDFObject>, depth: number): boolean {
  if (!(expression instanceof PDFArray) || depth > mostDepth) return !hidden.has(expression);
  const [operator, ...operands] = itemsOf(expression);
  const shown = operands.map((operand) => isShown(operand, hidden, depth + 1));
  if (operator?.toString() === '/Not') return !shown[0];
  return operator?.toString() === '/Or' ? shown.includes(true) : !shown.includes(false);
}

function itemsOf(array: PDFObject | undefined): PDFObject[] {
  return array instanceof PDFArray ? array.asArray().flatMap((_, i) => array.lookup(i) ?? []) : [];
}
