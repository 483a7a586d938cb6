import { type PageSpec, pointsToMm, spanPoints } from '../../engine/issue/index';

interface Area {
  readonly column: number;
  readonly columns: number;
  readonly from: number;
  readonly to: number;
  readonly picture?: true;
}

/** A page in plain shapes: stories and pictures by their columns and shares of the height. */
const STORIES: readonly Area[] = [
  { column: 0, columns: 0.66, from: 0.16, to: 0.48 },
  { column: 0.34, columns: 0.32, from: 0.25, to: 0.4, picture: true },
  { column: 0.67, columns: 0.33, from: 0.16, to: 0.48 },
  { column: 0, columns: 0.34, from: 0.5, to: 1 },
  { column: 0.34, columns: 0.66, from: 0.5, to: 0.74 },
  { column: 0.67, columns: 0.33, from: 0.57, to: 0.7, picture: true },
  { column: 0.34, columns: 0.66, from: 0.76, to: 1 },
];

/** What a template's page looks like, drawn from its page spec. */
export function TemplatePicture({ spec }: { readonly spec: PageSpec }) {
  const { width, height, top, left, columns, gapChars, bodySize } = spec;
  const column = pointsToMm(spanPoints(spec, 1));
  const gap = pointsToMm(gapChars * bodySize);
  const depth = height - top * 1.7;
  const x = (index: number) => left + index * (column + gap);
  const y = (share: number) => top + share * depth;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <rect width={width} height={height} className="shape-paper" />
      <rect x={left} y={top} width={column * 3 + gap * 2} height={depth * 0.09} className="shape-name" />
      {STORIES.map((story) => {
        const first = Math.round(story.column * columns);
        const count = Math.max(1, Math.round(story.columns * columns));
        const span = count * (column + gap) - gap;
        const key = `${story.column} ${story.from}`;
        const rows = y(story.to) - y(story.from);
        if (story.picture)
          return <rect key={key} x={x(first)} y={y(story.from)} width={span} height={rows} className="shape-picture" />;
        const text = Array.from({ length: count }, (_, index) => index);
        return (
          <g key={key}>
            <rect x={x(first)} y={y(story.from)} width={span * 0.7} height={9} className="shape-head" />
            {text.map((index) => (
              <rect
                key={index}
                x={x(first + index)}
                y={y(story.from) + 15}
                width={column}
                height={Math.max(0, rows - 15)}
                className="shape-text"
              />
            ))}
          </g>
        );
      })}
    </svg>
  );
}
