import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Preset, plainPreset, readPreset } from '../../engine/press/handoff/preset';
import { draftOf, faultOf, presetOf, type ShopDraft, type ShopField } from '../../renderer/press/shop-draft';

const full: Preset = {
  format: 'banxin-preset',
  version: 1,
  shop: '柳岸印刷厂',
  contact: { name: '李师傅', phone: '000', email: 'a@example.com', address: '柳岸路2号' },
  standard: 'pdfx1a',
  page: { width: 273, height: 390 },
  bleed: 0,
  profile: 'web.icc',
  condition: { identifier: 'WEB3', info: 'Coldset' },
  inkLimit: 240,
  separationInkLimit: 220,
  resolution: { reduced: 200, most: 250, least: 150, poor: 100 },
  marks: { crop: true, registration: false, colourBar: true, slugLine: false },
  imposition: 'sheets',
  sheet: { width: 787, height: 546, gripper: 10, cutOff: 546 },
  colourPages: [1, 4],
  spot: true,
  names: '{date}-{page}',
  copies: 5000,
  stock: '45 克新闻纸',
};

it('gives every key of a preset back', () => {
  expect(presetOf(draftOf(full))).toEqual(full);
});

it('gives back any choice of keys', () => {
  const optional = Object.keys(full).filter((key) => !['format', 'version', 'shop'].includes(key));
  fc.assert(
    fc.property(fc.subarray(optional), (keys) => {
      const entries = Object.entries(full).filter(([key]) => keys.includes(key));
      const preset = { ...plainPreset, shop: full.shop, ...Object.fromEntries(entries) } as Preset;
      expect(readPreset(presetOf(draftOf(preset)), '')).toEqual(preset);
    }),
  );
});

it('leaves out what is empty, and takes colour pages as people write them', () => {
  expect(presetOf({ shop: ' 印厂 ', bleed: ' ', 'contact.phone': '', colourPages: '1、4，8 12' })).toEqual({
    ...plainPreset,
    shop: '印厂',
    colourPages: [1, 4, 8, 12],
  });
});

it('finds the first field that cannot be saved, by its name in the form', () => {
  const fault = (draft: ShopDraft) => {
    const { field, kind, bounds } = faultOf({ shop: '三', ...draft }) ?? {};
    return [field, kind, bounds];
  };
  expect(faultOf(draftOf(full))).toBeUndefined();
  expect(faultOf({ shop: '三', bleed: ' 3.5 ' })).toBeUndefined();
  expect(fault({ bleed: ' 3.5 ', 'sheet.width': '787', 'sheet.height': '半米' })).toEqual(['sheet.height', 'number', 'number']);
  expect(fault({ 'sheet.width': '19', 'sheet.height': '546' })).toEqual(['sheet.width', 'range', '20–3000']);
  expect(fault({ 'sheet.width': '787' })).toEqual(['sheet.height', 'missing', '']);
  expect(fault({ copies: '2.5' })).toEqual(['copies', 'whole', 'integer']);
  expect(fault({ colourPages: '1 65' })).toEqual(['colourPages', 'range', '1–64']);
  expect(fault({ colourPages: '1 四' })).toEqual(['colourPages', 'number', 'number']);
  expect(fault({ 'condition.identifier': '新闻纸' })).toEqual(['condition.identifier', 'pattern', expect.any(String)]);
  expect(fault({ stock: '纸'.repeat(201) })).toEqual(['stock', 'long', '200']);
});

it('names a field for every place of a preset that can be at fault', () => {
  const broken = (draft: ShopDraft, field: ShopField) => ({ ...draft, [field]: '\u4e00'.repeat(300) });
  for (const field of Object.keys(draftOf(full)) as ShopField[]) {
    if (field.startsWith('marks.') || field === 'spot') continue;
    expect(faultOf(broken(draftOf(full), field))?.field).toBe(field);
  }
});
