/** What of an issue does not agree with the shop's preset. */
import type { Issue } from '../../issue/types';
import type { PreflightFinding } from '../preflight/types';
import type { Preset } from './preset';

const slack = 0.5;

/** Where size, number of pages, sheets or colour of an issue are not what the preset asks for; sizes may differ by half a millimetre. */
export function presetFindings({ spec, pages }: Issue, preset: Preset): PreflightFinding[] {
  const { page, sheet, imposition, colourPages } = preset;
  const found: PreflightFinding[] = [];
  const tell = (severity: 'error' | 'warning', rule: string, params: PreflightFinding['params']) =>
    void found.push({ page: 0, severity, rule, params });
  if (page && (Math.abs(page.width - spec.width) > slack || Math.abs(page.height - spec.height) > slack))
    tell('error', 'presetSize', { size: `${spec.width} × ${spec.height}`, wanted: `${page.width} × ${page.height}` });
  if (sheet) {
    const across = imposition === 'sheets' && pages.length > 1 ? 2 : 1;
    const [width, height] = [spec.width * across, spec.height + (sheet.gripper ?? 0)];
    const fits = (width <= sheet.width && height <= sheet.height) || (height <= sheet.width && width <= sheet.height);
    if (!fits) tell('error', 'presetSheet', { size: `${width} × ${height}`, sheet: `${sheet.width} × ${sheet.height}` });
    if (sheet.cutOff !== undefined && Math.min(width, spec.height) > sheet.cutOff)
      tell('error', 'presetCutOff', { length: Math.min(width, spec.height), cutOff: sheet.cutOff });
  }
  const beyond = (colourPages ?? []).filter((number) => number > pages.length);
  if (beyond.length > 0) tell('warning', 'presetColourPages', { pages: beyond.join(', '), count: pages.length });
  return found;
}
