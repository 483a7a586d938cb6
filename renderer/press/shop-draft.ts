/** A shop's preset as its form holds it: a text for every field, empty for what is left to the program. */
import { Fault, type FaultKind } from '../../engine/issue/reading';
import { type Preset, readPreset } from '../../engine/press/handoff/preset';

/** Fields by their places in the file. */
const SHOP_TEXTS = [
  'shop',
  'contact.name',
  'contact.phone',
  'contact.email',
  'contact.address',
  'profile',
  'condition.identifier',
  'condition.info',
  'names',
  'stock',
] as const;
/** Fields of figures. */
const SHOP_NUMBERS = [
  'page.width',
  'page.height',
  'bleed',
  'inkLimit',
  'separationInkLimit',
  'resolution.most',
  'resolution.reduced',
  'resolution.least',
  'resolution.poor',
  'sheet.width',
  'sheet.height',
  'sheet.gripper',
  'sheet.cutOff',
  'copies',
] as const;
/** Each has a list of values. */
const SHOP_CHOICES = ['standard', 'files', 'imposition'] as const;
const MARKS = ['crop', 'registration', 'colourBar', 'slugLine'] as const;
const FLAGS = ['marks.crop', 'marks.registration', 'marks.colourBar', 'marks.slugLine', 'spot'] as const;

export type ShopField =
  | (typeof SHOP_TEXTS)[number]
  | (typeof SHOP_NUMBERS)[number]
  | (typeof SHOP_CHOICES)[number]
  | (typeof FLAGS)[number]
  | 'colourPages';

const ALL_FIELDS: readonly ShopField[] = [...SHOP_TEXTS, ...SHOP_NUMBERS, ...SHOP_CHOICES, ...FLAGS, 'colourPages'];

export type ShopDraft = Readonly<Partial<Record<ShopField, string>>>;

/** What a tick is kept as. */
export const TICKED = 'yes';

/** The form of a preset. */
export function draftOf(preset: Preset): ShopDraft {
  const draft: Partial<Record<ShopField, string>> = {};
  for (const field of [...SHOP_TEXTS, ...SHOP_NUMBERS, ...SHOP_CHOICES]) {
    const value = at(preset, field);
    if (value !== undefined) draft[field] = String(value);
  }
  for (const field of FLAGS) if (at(preset, field) === true) draft[field] = TICKED;
  if (preset.colourPages) draft.colourPages = preset.colourPages.join(' ');
  return draft;
}

function at(value: unknown, place: string): unknown {
  return place.split('.').reduce<unknown>((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], value);
}

/**
 * What the form says, to be checked where it is written. A number that is none goes along as it was typed, so that the fault names
 * its place; marks and colour pages are left out where nothing is said of them.
 */
export function presetOf(draft: ShopDraft): unknown {
  const preset: Record<string, unknown> = { format: 'banxin-preset', version: 1, shop: '' };
  for (const field of [...SHOP_TEXTS, ...SHOP_CHOICES]) put(preset, field, draft[field]?.trim());
  for (const field of SHOP_NUMBERS) put(preset, field, numberOf(draft[field]?.trim()));
  if (draft.spot === TICKED) preset.spot = true;
  if (MARKS.some((mark) => draft[`marks.${mark}`] === TICKED))
    preset.marks = Object.fromEntries(MARKS.map((mark) => [mark, draft[`marks.${mark}`] === TICKED]));
  const pages = (draft.colourPages ?? '').split(/[\s,，、]+/).filter((page) => page !== '');
  if (pages.length > 0) preset.colourPages = pages.map(numberOf);
  return preset;
}

function put(preset: Record<string, unknown>, field: string, value: unknown): void {
  if (value === undefined || value === '') return;
  const [outer, inner] = field.split('.') as [string, string | undefined];
  if (inner === undefined) preset[outer] = value;
  else preset[outer] = { ...(preset[outer] as object | undefined), [inner]: value };
}

/** A field of the form that cannot be saved as it is: what is wrong with it (`shop.fault.…`), and the bounds where there are some. */
export interface FieldFault {
  readonly field: ShopField;
  readonly kind: 'number' | 'whole' | 'range' | 'missing' | 'pattern' | 'long';
  readonly bounds: string;
}

/** The first field that the preset's reader refuses; undefined where all can be saved. */
export function faultOf(draft: ShopDraft): FieldFault | undefined {
  try {
    readPreset(presetOf(draft), '');
    return undefined;
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const { kind, path, detail } = error;
    const field = ALL_FIELDS.find((candidate) => candidate === path.replace(/\[\d+\]$/, ''));
    if (!field) throw error;
    return { field, kind: kindOf(kind, detail), bounds: detail };
  }
}

function kindOf(kind: FaultKind, detail: string): FieldFault['kind'] {
  if (kind === 'type') return detail === 'integer' ? 'whole' : 'number';
  if (kind === 'length') return 'long';
  return kind === 'range' || kind === 'missing' ? kind : 'pattern';
}

function numberOf(text: string | undefined): number | string | undefined {
  if (text === undefined || text === '') return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : text;
}
