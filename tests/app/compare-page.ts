/** The canvas beside a press PDF, pixel for pixel. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { python, run } from '../fonts/tools';
import { frameAtRest } from './frame';

export interface Frame {
  /** PNG, base64. */
  readonly png: string;
  /** Its left upper corner on the page, pixels. */
  readonly left: number;
  readonly top: number;
}

/** What the canvas holds now, pixel for pixel. */
export function takeFrame(page: Page): Promise<Frame> {
  return page.evaluate(`(() => {
    const frame = document.querySelector('canvas.frame');
    const copy = document.createElement('canvas');
    [copy.width, copy.height] = [frame.width, frame.height];
    copy.getContext('2d').drawImage(frame, 0, 0);
    const paper = document.querySelector('.paper').getBoundingClientRect();
    const { x, y } = frame.getBoundingClientRect();
    return { png: copy.toDataURL('image/png').split(',')[1], left: Math.round(x - paper.x), top: Math.round(y - paper.y) };
  })()`);
}

/**
 * Of each page, puts the frames together, takes the PDF rendered four times as fine and reduces it to the same pixels, blurs both
 * by a pixel, and gives their mean distance in luminance (0–1), over the page and over the square where it is greatest.
 */
const COMPARE = `
import base64, io, json, sys
import numpy, pikepdf
from PIL import Image

FINE = 4
# Pixels of a square: two lines of text.
SQUARE = 30

def blur(image):
    height, width = image.shape
    edged = numpy.pad(image, 1, 'edge')
    return sum(edged[y:y + height, x:x + width] for y in range(3) for x in range(3)) / 9

def compare(frames, file, picture):
    document = pikepdf.open(file)
    trim = document.pages[0].trimbox
    media = document.pages[0].mediabox
    width = int(float(trim[2] - trim[0]) * 96 / 72)
    height = int(float(trim[3] - trim[1]) * 96 / 72)

    page = numpy.full((height, width), numpy.nan)
    for frame in frames:
        grey = numpy.asarray(Image.open(io.BytesIO(base64.b64decode(frame['png']))).convert('L'), float)
        grey = grey[max(0, -frame['top']):, max(0, -frame['left']):]
        top, left = max(0, frame['top']), max(0, frame['left'])
        rows, columns = grey[:height - top, :width - left].shape
        page[top:top + rows, left:left + columns] = grey[:rows, :columns]

    pdf = Image.open(picture).convert('L')
    left = round(float(trim[0] - media[0]) * 96 / 72 * FINE)
    top = round(float(media[3] - trim[3]) * 96 / 72 * FINE)
    fine = pdf.crop((left, top, left + width * FINE, top + height * FINE))
    press = numpy.asarray(fine.reduce(FINE), float)

    distance = abs(blur(page) - blur(press)) / 255
    squares = distance[:height // SQUARE * SQUARE, :width // SQUARE * SQUARE]
    squares = squares.reshape(height // SQUARE, SQUARE, width // SQUARE, SQUARE).mean((1, 3))
    return {
        'uncovered': float(numpy.isnan(page).mean()),
        'distance': float(distance.mean()),
        'greatest': float(squares.max()),
        'ink': float(1 - press.mean() / 255),
    }

print(json.dumps([compare(**shown) for shown in json.load(open(sys.argv[1]))]))
`;

/** Shows a page in its real size, 96 pixels an inch, and compares it with a PDF; `work` takes files on the way. */
export async function comparePage(page: Page, number: number, file: string, work: string): Promise<Comparison> {
  await page
    .locator('button.thumbnail')
    .nth(number - 1)
    .click();
  await page.keyboard.press('Control+0');
  await page.keyboard.press('Control+1');
  const board = (await page.locator('.board').boundingBox())!;
  await page.mouse.move(board.x + board.width / 2, board.y + board.height / 2);
  const frames: Frame[] = [];
  for (const down of [-500, 1000]) {
    await page.mouse.wheel(0, down);
    await frameAtRest(page);
    frames.push(await takeFrame(page));
  }
  const picture = join(work, 'page');
  run('pdftoppm', [...RENDERING, file, picture]);
  return compareShown([{ frames, file, picture: `${picture}.ppm` }], work)[0]!;
}

/** Options of pdftoppm for the picture of a page that is compared. */
export const RENDERING = ['-r', '384', '-singlefile'];

/** A page on the screen in its real size, the PDF of it, and the picture that pdftoppm made of that. */
export interface Shown {
  readonly frames: readonly Frame[];
  readonly file: string;
  readonly picture: string;
}

/** Compares many at once; `work` takes a file on the way. */
export function compareShown(shown: readonly Shown[], work: string): readonly Comparison[] {
  const list = join(work, 'frames.json');
  writeFileSync(list, JSON.stringify(shown));
  return python(COMPARE, [list]);
}

/** Shares of the page that the frames do not cover, and of ink; mean distance in luminance, also where it is greatest. */
export interface Comparison {
  readonly uncovered: number;
  readonly distance: number;
  readonly greatest: number;
  readonly ink: number;
}
