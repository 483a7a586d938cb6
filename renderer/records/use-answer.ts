import { useCallback, useEffect, useState } from 'react';
import type { Outcome } from '../../electron/bridge';

/** What the program answers to a question that is asked when the dialog opens and again on demand; a fault as its sentence. */
export function useAnswer<T>(ask: () => Promise<Outcome<T>>, first: T) {
  const [value, setValue] = useState(first);
  const [fault, setFault] = useState('');
  const put = useCallback((outcome: Outcome<T>): boolean => {
    setFault(outcome.ok ? '' : outcome.fault.text);
    if (outcome.ok) setValue(outcome.value);
    return outcome.ok;
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, when the dialog opens
  useEffect(() => {
    let shown = true;
    void ask().then((outcome) => shown && put(outcome));
    return () => {
      shown = false;
    };
  }, []);
  return { value, fault, setFault, put };
}
