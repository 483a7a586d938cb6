/** The words of the window, in Chinese and English; both files have the same keys. */
import i18next, { type TFunction } from 'i18next';
import { initReactI18next } from 'react-i18next';
import en from './en.json';
import zh from './zh-CN.json';

export const i18n = i18next;

void i18next.use(initReactI18next).init({
  resources: { 'zh-CN': { translation: zh }, en: { translation: en } },
  lng: 'zh-CN',
  fallbackLng: 'zh-CN',
  interpolation: { escapeValue: false },
  initAsync: false,
});

/**
 * Words without blanks are looked up once a language: a window asks for hundreds of them whenever it is drawn anew, and the
 * library works through all its options for each. There is one namespace, and no component asks for a part of it.
 */
function remembering(fixed: TFunction): TFunction {
  const known = new Map<unknown, unknown>();
  const translate = (...given: Parameters<TFunction>) => {
    const [key] = given;
    if (given.length > 1 || typeof key !== 'string') return fixed(...given);
    const text = known.get(key) ?? fixed(key);
    known.set(key, text);
    return text;
  };
  return Object.assign(translate, fixed) as TFunction;
}

const getFixed = i18next.getFixedT.bind(i18next);
const languages = new Map<unknown, TFunction>();
i18next.getFixedT = ((...asked: Parameters<typeof getFixed>) => {
  const [language] = asked;
  const known = languages.get(language) ?? remembering(getFixed(...asked));
  languages.set(language, known);
  return known;
}) as typeof getFixed;
