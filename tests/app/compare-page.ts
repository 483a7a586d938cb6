/** The canvas beside a press PDF, pixel for pixel. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { python, run } from '../fonts/tools';
import { frameAtRest } from './frame';

interface Frame {
  /** PNG, base64. */
  readonly png: string;
  /** Its left upper corner on the page, pixels. */
  readonly left: number;
  readonly top: number;
}

/** What the canvas holds now, pixel for pixel. */
function takeFrame(page: Page): Promise<Frame> {
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
 * Puts the frames together, renders the PDF four times as fine and reduces it to the same pixels, blurs both by a pixel, and
 * gives their mean distance in luminance (0–1) over the page and over what is no photograph.
 */
const COMPARE = `
import base64, io, json, sys
import numpy, pikepdf
from PIL import Image

FINE = 4
frames = json.load(open(sys.argv[1]))
document = pikepdf.open(sys.argv[2])
trim = document.pages[0].trimbox
media = document.pages[0].mediabox
width = int(float(trim[2] - trim[0]) * 96 / 72)
height = int(float(trim[3] - trim[1]) * 96 / 72)

page = numpy.full((height, width), numpy.nan)
for frame in frames:
    grey = numpy.asarray(Image.open(io.BytesIO(base64.b64decode(frame['png']))).convert('L'), float)
    rows, columns = grey[:height - frame['top'], :width - frame['left']].shape
    page[frame['top']:frame['top'] + rows, frame['left']:frame['left'] + columns] = grey[:rows, :columns]

pdf = Image.open(sys.argv[3]).convert('L')
left = round(float(trim[0] - media[0]) * 96 / 72 * FINE)
top = round(float(media[3] - trim[3]) * 96 / 72 * FINE)
fine = numpy.asarray(pdf, float)[top:top + height * FINE, left:left + width * FINE]
press = fine.reshape(height, FINE, width, FINE).mean((1, 3))

def blur(image):
    edged = numpy.pad(image, 1, 'edge')
    return sum(edged[y:y + height, x:x + width] for y in range(3) for x in range(3)) / 9

distance = abs(blur(page) - blur(press)) / 255
print(json.dumps({
    'uncovered': float(numpy.isnan(page).mean()),
    'distance': float(distance.mean()),
    'ink': float(1 - press.mean() / 255),
}))
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
  const shown = join(work, 'frames.json');
  writeFileSync(shown, JSON.stringify(frames));
  const picture = join(work, 'page');
  run('pdftoppm', ['-r', '384', '-singlefile', file, picture]);
  return python(COMPARE, [shown, file, `${picture}.ppm`]);
}

/** Shares of the page that the frames do not cover, and of ink; mean distance in luminance. */
export interface Comparison {
  readonly uncovered: number;
  readonly distance: number;
  readonly ink: number;
}
