/** A shop's preset as its form holds it: a text for every field, empty for what is left to the program. */
import type { Preset } from '../../engine/press/handoff/preset';

/** Fields by their places in the file. */
export const SHOP_TEXTS = [
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
export const SHOP_NUMBERS = [
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
export const SHOP_CHOICES = ['standard', 'imposition'] as const;
const MARKS = ['crop', 'registration', 'colourBar', 'slugLine'] as const;
const FLAGS = ['marks.crop', 'marks.registration', 'marks.colourBar', 'marks.slugLine', 'spot'] as const;

export type ShopField =
  | (typeof SHOP_TEXTS)[number]
  | (typeof SHOP_NUMBERS)[number]
  | (typeof SHOP_CHOICES)[number]
  | (typeof FLAGS)[number]
  | 'colourPages';

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

/** The first field that wants a number and holds none. */
export function wrongNumber(draft: ShopDraft): ShopField | undefined {
  return SHOP_NUMBERS.find((field) => typeof numberOf(draft[field]?.trim()) === 'string');
}

function numberOf(text: string | undefined): number | string | undefined {
  if (text === undefined || text === '') return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : text;
}
