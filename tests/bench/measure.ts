import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface Timing {
  /** Milliseconds: the median of the rounds. */
  readonly wall: number;
  /** Milliseconds of CPU: the mean of the middle half of the rounds, which is finer than the steps that they are counted in. */
  readonly cpu: number;
}

/** CPU milliseconds of all children waited for so far; Linux counts them in hundredths of a second. */
export function childrenCpu(): number {
  const fields = readFileSync('/proc/self/stat', 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return (Number(fields[13]) + Number(fields[14])) * 10;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function middleMean(values: readonly number[]): number {
  const edge = Math.floor(values.length / 4);
  const middle = [...values].sort((a, b) => a - b).slice(edge, values.length - edge);
  return middle.reduce((sum, value) => sum + value, 0) / middle.length;
}

/** Runs every command once a round, in turn, so that a noisy moment of the machine meets all of them alike. */
export function interleave(commands: Readonly<Record<string, readonly string[]>>, rounds: number): Record<string, Timing> {
  const samples: Record<string, { wall: number[]; cpu: number[] }> = {};
  for (let round = 0; round <= rounds; round++) {
    for (const [name, args] of Object.entries(commands)) {
      const cpu = childrenCpu();
      const start = performance.now();
      const result = spawnSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' });
      if (result.status !== 0) throw new Error(`${name}: exit ${result.status}: ${result.stderr}`);
      if (round === 0) continue; // warms the disk cache
      samples[name] ??= { wall: [], cpu: [] };
      samples[name].wall.push(performance.now() - start);
      samples[name].cpu.push(childrenCpu() - cpu);
    }
  }
  return Object.fromEntries(Object.entries(samples).map(([name, s]) => [name, { wall: median(s.wall), cpu: middleMean(s.cpu) }]));
}

export function table(title: string, rows: Record<string, Timing>): void {
  console.log(`\n${title}`);
  for (const [name, t] of Object.entries(rows)) {
    console.log(`  ${name.padEnd(28)} ${t.wall.toFixed(0).padStart(6)} ms wall ${t.cpu.toFixed(0).padStart(6)} ms CPU`);
  }
}
