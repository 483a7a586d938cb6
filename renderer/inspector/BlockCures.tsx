import { CircleX, TriangleAlert } from 'lucide-react';
import { memo } from 'react';
import type { Block } from '../../engine/issue/index';
import { CureButton, useCureWords } from '../panels/CureButton';
import { useProblems, useProblemWords } from '../panels/use-problems';
import { type Problem, problemKey, sameProblem } from '../state/problems';

/** What is wrong with the selected block and has a way to be mended, above its fields. */
export const BlockCures = memo(function BlockCures({ block }: { readonly block: Block['id'] }) {
  const problems = useProblems().filter(({ blocks }) => blocks.includes(block));
  if (problems.length === 0) return null;
  return (
    <div className="block-cures">
      {problems.map((problem) => (
        <BlockCure key={problemKey(problem)} problem={problem} />
      ))}
    </div>
  );
});

interface BlockCureProps {
  readonly problem: Problem;
}

const BlockCure = memo(function BlockCure({ problem }: BlockCureProps) {
  const { name } = useProblemWords(problem);
  const words = useCureWords(problem);
  const Icon = problem.severity === 'error' ? CircleX : TriangleAlert;
  if (words === undefined) return null;
  return (
    <p>
      <span data-tone={problem.severity}>
        <Icon size={14} aria-hidden="true" /> {name}
      </span>
      <CureButton problem={problem} look="outline" />
    </p>
  );
}, sameCure);

function sameCure(one: BlockCureProps, other: BlockCureProps): boolean {
  return sameProblem(one.problem, other.problem);
}
