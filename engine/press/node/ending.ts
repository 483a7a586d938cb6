/**
 * Being told to end by a signal. What is under way is taken away first, so that a cancelled job leaves nothing; once all that was
 * asked for has been delivered a signal comes too late: the job ends as one that was done.
 */
const endSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

const watching = new Set<() => void>();
let isDelivered = false;

/** Calls `leave` when a signal ends the process; returns what stops watching for that. */
export function atEnd(leave: () => void): () => void {
  if (watching.size === 0 && !isDelivered) for (const signal of endSignals) process.on(signal, end);
  isDelivered = false;
  watching.add(leave);
  return () => {
    watching.delete(leave);
    if (watching.size === 0 && !isDelivered) unlisten();
  };
}

/** From now on, until other work is begun, no signal ends the process: nobody could tell a cancelled job from one that was done. */
export function beyondCancelling(): void {
  isDelivered = true;
}

function end(signal: NodeJS.Signals): void {
  if (isDelivered) return;
  unlisten();
  for (const leave of watching) leave();
  process.kill(process.pid, signal);
}

function unlisten(): void {
  for (const signal of endSignals) process.off(signal, end);
}
