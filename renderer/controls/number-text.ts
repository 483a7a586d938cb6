/** What people write into a field for a whole number: `4`, `4栏`, `22 行`, `４`, and lengths where the field knows a step's. */

/** Millimetres of one step and of none: `4` columns are `stepMm * 4 - gapMm` wide. */
export interface StepLength {
  readonly stepMm: number;
  readonly gapMm: number;
}

const WRITTEN = /^\+?(\d+(?:\.\d+)?)\s*(mm|cm|毫米|厘米)?$/i;
/** Names of what is counted; the field's own unit is one of them or not. */
const COUNTED = /(栏宽|行高|栏|行|期|columns?|cols?|rows?|col\.?|磅|pt)$/i;

/** The number that a text means, undefined where it means none; without `length` millimetres mean none. */
export function numberOf(text: string, length?: StepLength): number | undefined {
  const plain = text.normalize('NFKC').trim();
  const counted = COUNTED.exec(plain);
  const [, figures, unit] = WRITTEN.exec(counted ? plain.slice(0, counted.index).trim() : plain) ?? [];
  if (figures === undefined) return undefined;
  const value = Number(figures);
  if (unit === undefined) return Math.round(value);
  if (!length || counted) return undefined;
  const mm = /^(cm|厘米)$/i.test(unit) ? value * 10 : value;
  return Math.round((mm + length.gapMm) / length.stepMm);
}
