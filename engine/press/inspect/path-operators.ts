/** Operators that construct a path (ISO 32000-1 §8.5.2). */
import type { PathBuilder } from './path';

/** Adds to the path; false for another operator. Numbers that are missing are 0. */
export function pathOperator(path: PathBuilder, operator: string, n: readonly number[]): boolean {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = n;
  switch (operator) {
    case 'm':
      path.moveTo(a, b);
      return true;
    case 'l':
      path.lineTo(a, b);
      return true;
    case 'c':
      path.cubicTo(a, b, c, d, e, f);
      return true;
    case 'v':
      path.cubicTo(...path.point, a, b, c, d);
      return true;
    case 'y':
      path.cubicTo(a, b, c, d, c, d);
      return true;
    case 'h':
      path.close();
      return true;
    case 're':
      path.rectangle(a, b, c, d);
      return true;
    default:
      return false;
  }
}
