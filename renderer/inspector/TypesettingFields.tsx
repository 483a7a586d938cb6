import { useTranslation } from 'react-i18next';
import type { Issue, TypesettingStyle } from '../../engine/issue/index';
import { BODY } from '../../engine/typeset/styles';
import { CheckField } from '../controls/CheckField';
import { Choice } from '../controls/Choice';
import { Row, Section } from '../controls/Section';
import { store } from '../state/store';

const LEVELS = ['none', 'basic', 'gb', 'strict'] as const;
const POLICIES = ['full', 'open', 'half'] as const;
/** What a list offers of a setting in 字; a paper's own file may say otherwise, and that is offered as well. */
const OFFERED = { latinGap: [0, 1 / 8, 1 / 6, 1 / 4], indent: [0, 1, 2], lastLineLeast: [0, 2, 3] } as const;
const SWITCHES = ['hang', 'keepDates', 'hyphenate'] as const;

/** How the paper’s running text is set. */
export function TypesettingFields({ issue }: { readonly issue: Issue }) {
  const { t } = useTranslation();
  const style: Required<TypesettingStyle> = { ...BODY, keepDates: false, hyphenate: false, ...issue.paper.typesetting };
  return (
    <Section title={t('typesetting.title')} folded>
      <Row label={t('typesetting.level')}>
        <Choice
          label={t('typesetting.level')}
          value={style.level}
          choices={LEVELS.map((value) => ({ value, title: t(`typesetting.levels.${value}`) }))}
          onChoice={(level) => change(issue, { level })}
        />
      </Row>
      <Row label={t('typesetting.policy')}>
        <Choice
          label={t('typesetting.policy')}
          value={style.policy}
          choices={POLICIES.map((value) => ({ value, title: t(`typesetting.policies.${value}`) }))}
          onChoice={(policy) => change(issue, { policy })}
        />
      </Row>
      {(['latinGap', 'indent', 'lastLineLeast'] as const).map((name) => (
        <LengthRow key={name} issue={issue} name={name} value={style[name]} />
      ))}
      {SWITCHES.map((name) => (
        <CheckField
          key={name}
          label={t(`typesetting.${name}`)}
          checked={style[name]}
          onChange={(checked) => change(issue, { [name]: checked })}
        />
      ))}
    </Section>
  );
}

interface LengthRowProps {
  readonly issue: Issue;
  readonly name: keyof typeof OFFERED;
  readonly value: number;
}

function LengthRow({ issue, name, value }: LengthRowProps) {
  const { t } = useTranslation();
  const offered: readonly number[] = OFFERED[name];
  const values = offered.includes(value) ? offered : [...offered, value].sort((a, b) => a - b);
  const label = t(`typesetting.${name}`);
  return (
    <Row label={label}>
      <Choice
        label={label}
        value={String(value)}
        choices={values.map((each) => ({ value: String(each), title: lengthText(each) }))}
        onChoice={(chosen) => change(issue, { [name]: Number(chosen) })}
      />
    </Row>
  );

  function lengthText(em: number): string {
    if (em === 0) return t(`typesetting.no.${name}`);
    return t(`typesetting.length.${name}`, { n: em < 1 ? `1/${Math.round(10 / em) / 10}` : String(em) });
  }
}

function change(issue: Issue, part: TypesettingStyle): void {
  const typesetting = { ...issue.paper.typesetting, ...part };
  store.edit({ type: 'setPaper', paper: { ...issue.paper, typesetting } }, 'edit.typesetting');
}
