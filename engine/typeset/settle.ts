/** Classes that depend on neighbours: quotes, hyphens, slashes, signs and pictures made of several characters. */
import { CharacterClass as C, type CharacterClass, IS_BREAKING_SPACE, IS_HAN, IS_LATIN, OPERATORS } from './character-classes';
import { type Characters, Joint } from './collect';

const QUOTE = 0x22; // "
const APOSTROPHE = 0x27; // '
const SOLIDUS = 0x2f;
const AT_SIGN = 0x40;
const TILDE = 0x7e;
const WIDE_HYPHEN = 0xff0d; // －
const TIMES = 0xd7;
const DIVIDED = 0xf7;
const SINGLE_OPENER = 0x2018;
const SINGLE_CLOSER = 0x2019;
const DOUBLE_OPENER = 0x201c;
const DOUBLE_CLOSER = 0x201d;
const FLAG_LETTERS = [0x1f1e6, 0x1f1ff] as const;
const FIRST_PICTURE = 0x2190; // arrows, symbols, emoji
const LAST_SMALL_PICTURE = 0x2bff;
const FIRST_BIG_PICTURE = 0x1f000;

/** Settles classes in place by what stands beside each character (CLREQ §3.1, GB/T 15834 §4.13, UAX #14). */
export function settleClasses(characters: Characters): void {
  const { count, codePoints, classes } = characters;
  const quotes = new Quotes(characters);
  for (let i = 0; i < count; i++) {
    const cls = classes[i]!;
    const codePoint = codePoints[i]!;
    const before = i > 0 ? classes[i - 1]! : C.LineBreak;
    const after = i + 1 < count ? classes[i + 1]! : C.LineBreak;
    if (cls === C.LineBreak) quotes.forget();
    else if (isQuote(codePoint)) quotes.settle(i, codePoint, before, after);
    else if (codePoint === SOLIDUS) classes[i] = IS_LATIN[before] && IS_LATIN[after] ? C.Letter : C.Slash;
    else if (codePoint === AT_SIGN)
      classes[i] = !IS_LATIN[before] && after === C.Han ? C.Prefix : C.Letter; // @清河社区
    else if (codePoint === TILDE) classes[i] = IS_LATIN[before] && IS_LATIN[after] ? C.Letter : C.Connector;
    else if (codePoint === WIDE_HYPHEN)
      classes[i] = isFigure(after) && !isFigure(before) && before !== C.Letter ? C.Prefix : C.Connector;
    else if (isOperator(codePoint) && cls === C.Han) classes[i] = isWordPart(before) || isWordPart(after) ? C.Letter : C.Han;
    else if (cls === C.Hyphen) classes[i] = hyphenClass(before, after);
    else if (cls === C.Dash && before !== C.Dash && after !== C.Dash)
      classes[i] = C.Connector; // 一字线
    else if (cls === C.Prefix && (isWordPart(before) || before === C.Suffix) && !isWordPart(after))
      classes[i] = C.Suffix; // 18+, C++, 5€
    else if (cls === C.Han || cls === C.Joined) classes[i] = pictureClass(characters, i, cls);
    else if (cls === C.Combining && (i === 0 || before === C.LineBreak)) classes[i] = C.Letter;
  }
}

function isQuote(codePoint: number): boolean {
  if (codePoint === QUOTE || codePoint === APOSTROPHE) return true;
  return codePoint >= SINGLE_OPENER && codePoint <= DOUBLE_CLOSER && codePoint !== 0x201a && codePoint !== 0x201b;
}

function isOperator(codePoint: number): boolean {
  return codePoint === TIMES || codePoint === DIVIDED || (codePoint >= OPERATORS[0] && codePoint <= OPERATORS[1]);
}

function isWordPart(cls: number): boolean {
  return cls === C.Letter || cls === C.Digit;
}

function isFigure(cls: number): boolean {
  return cls === C.Digit || cls === C.WideDigit;
}

/** A hyphen is a connector between Han, a sign before a number, and otherwise part of a word. */
function hyphenClass(before: number, after: number): CharacterClass {
  if (IS_LATIN[before]) return C.Hyphen;
  if (after === C.Digit) return C.Prefix;
  return IS_LATIN[after] ? C.Hyphen : C.Connector;
}

function isPicture(codePoint: number): boolean {
  return codePoint >= FIRST_BIG_PICTURE || (codePoint >= FIRST_PICTURE && codePoint <= LAST_SMALL_PICTURE);
}

/** Skin tones, the second letter of a flag and pictures behind a joiner share the cell of the picture before them. */
function pictureClass({ codePoints, classes, joints }: Characters, i: number, cls: CharacterClass): CharacterClass {
  const codePoint = codePoints[i]!;
  const follows = i > 0 && isPicture(codePoints[i - 1]!) && (classes[i - 1] === C.Han || classes[i - 1] === C.Joined);
  if (cls === C.Joined) return follows ? C.Joined : C.Han;
  if (!follows || !isPicture(codePoint)) return C.Han;
  if (joints[i]! & Joint.Joins) return C.Joined;
  const isFlag = isFlagLetter(codePoint) && isFlagLetter(codePoints[i - 1]!) && classes[i - 1] === C.Han;
  return isFlag ? C.Joined : C.Han;
}

function isFlagLetter(codePoint: number): boolean {
  return codePoint >= FLAG_LETTERS[0] && codePoint <= FLAG_LETTERS[1];
}

/**
 * Quotes open and close by their form, straight ones by turns. A quotation is Latin when all of it and what stands on its
 * two sides is; else its marks are Chinese. What is no quotation is an apostrophe.
 */
class Quotes {
  private double = -1;
  private single = -1;
  private straight = false;
  private straightSingle = false;

  constructor(private readonly characters: Characters) {}

  /** A line break ends all quotations. */
  forget(): void {
    this.double = this.single = -1;
    this.straight = this.straightSingle = false;
  }

  settle(i: number, codePoint: number, before: number, after: number): void {
    const { classes } = this.characters;
    switch (codePoint) {
      case DOUBLE_OPENER:
        this.double = i;
        if (isWordPart(after) && this.isSetOffBefore(i) && !this.startsText(i)) classes[i] = C.LatinOpener;
        return;
      case DOUBLE_CLOSER:
        this.close(this.double, i);
        this.double = -1;
        return;
      case SINGLE_OPENER:
        if (isWordPart(before) && isWordPart(after)) classes[i] = C.Letter;
        else this.single = i;
        return;
      case SINGLE_CLOSER:
        if (isWordPart(before) && (isWordPart(after) || this.single < 0)) classes[i] = C.Letter;
        else {
          this.close(this.single, i);
          this.single = -1;
        }
        return;
      case QUOTE:
        this.settleStraight(i, before, after);
        return;
      default:
        this.settleStraightSingle(i, before, after);
    }
  }

  private settleStraight(i: number, before: number, after: number): void {
    const { classes } = this.characters;
    if (this.straight) classes[i] = C.LatinCloser;
    else if (before === C.Digit && !isWordPart(after))
      return; // inches
    else if (after === C.LineBreak || IS_BREAKING_SPACE[after]) classes[i] = C.LatinCloser;
    else classes[i] = C.LatinOpener;
    this.straight = classes[i] === C.LatinOpener;
  }

  private settleStraightSingle(i: number, before: number, after: number): void {
    const { classes } = this.characters;
    if (isWordPart(before) && (isWordPart(after) || !this.straightSingle)) return;
    if (this.straightSingle || after === C.LineBreak || IS_BREAKING_SPACE[after]) classes[i] = C.LatinCloser;
    else classes[i] = C.LatinOpener;
    this.straightSingle = classes[i] === C.LatinOpener;
  }

  private close(opener: number, closer: number): void {
    const { classes } = this.characters;
    if (opener < 0) return;
    const alone = this.startsText(opener) && this.endsText(closer); // one word tells nothing of the text it comes from
    const latin = this.isSetOffBefore(opener) && this.isSetOffAfter(closer) && this.isLatinInside(opener, closer, alone);
    classes[opener] = latin ? C.LatinOpener : C.Opener;
    classes[closer] = latin ? C.LatinCloser : C.Closer;
  }

  private startsText(i: number): boolean {
    return i === 0 || this.characters.classes[i - 1] === C.LineBreak;
  }

  private endsText(i: number): boolean {
    return i + 1 === this.characters.count || this.characters.classes[i + 1] === C.LineBreak;
  }

  /** Whether the text begins here, or a word with a space, or a Latin bracket, stands before. */
  private isSetOffBefore(index: number): boolean {
    const { classes } = this.characters;
    let i = index - 1;
    while (i >= 0 && IS_BREAKING_SPACE[classes[i]!]) i--;
    if (i < 0 || classes[i] === C.LineBreak) return true;
    return classes[i] === C.LatinOpener || (i < index - 1 && IS_LATIN[classes[i]!] === 1);
  }

  private isSetOffAfter(index: number): boolean {
    const { count, classes } = this.characters;
    let i = index + 1;
    while (i < count && IS_BREAKING_SPACE[classes[i]!]) i++;
    return i === count || classes[i] === C.LineBreak || IS_LATIN[classes[i]!] === 1;
  }

  private isLatinInside(opener: number, closer: number, several: boolean): boolean {
    const { classes } = this.characters;
    let words = 1;
    for (let i = opener + 1; i < closer; i++) {
      const cls = classes[i]!;
      if (IS_HAN[cls] || cls === C.Stop || cls === C.Ender || cls === C.WideSpace) return false;
      if (cls === C.Space) words++;
    }
    return closer > opener + 1 && (words > 1 || !several);
  }
}
