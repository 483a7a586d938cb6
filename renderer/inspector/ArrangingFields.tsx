import { useTranslation } from 'react-i18next';
import type { ArrangingStyle, Issue } from '../../engine/issue/index';
import { FIXED_RULES, LAYOUT_RULES } from '../../engine/issue/layout-rules';
import { CheckField } from '../controls/CheckField';
import { Choice } from '../controls/Choice';
import { Row, Section } from '../controls/Section';
import { store } from '../state/store';

const BOXES = ['tint', 'outline', 'thickThin', 'rules', 'ornament', 'none'] as const;
/** Whether stories may jump is asked for where the stories are. */
const RULES = LAYOUT_RULES.filter((rule) => !FIXED_RULES.includes(rule) && rule !== 'jump');

/** How the paper’s pages are arranged: what sets a story off, headlines on pictures, the rules that it holds to. */
export function ArrangingFields({ issue }: { readonly issue: Issue }) {
  const { t } = useTranslation();
  const { boxes = 'tint', headsOnPictures = false, verticalHeads = true, rulesOff = [] } = issue.paper.arranging ?? {};
  return (
    <Section title={t('arranging.title')} folded>
      <Row label={t('arranging.boxes')}>
        <Choice
          label={t('arranging.boxes')}
          value={boxes}
          choices={BOXES.map((value) => ({ value, title: t(`arranging.box.${value}`) }))}
          onChoice={(value) => change(issue, { boxes: value })}
        />
      </Row>
      <CheckField
        label={t('arranging.headsOnPictures')}
        checked={headsOnPictures}
        onChange={(checked) => change(issue, { headsOnPictures: checked })}
      />
      <CheckField
        label={t('arranging.verticalHeads')}
        checked={verticalHeads}
        onChange={(checked) => change(issue, { verticalHeads: checked })}
      />
      <p className="hint">{t('arranging.rules')}</p>
      {RULES.map((rule) => (
        <CheckField
          key={rule}
          label={t(`problem.${rule}.name`)}
          checked={!rulesOff.includes(rule)}
          onChange={(held) =>
            change(issue, { rulesOff: held ? rulesOff.filter((other) => other !== rule) : [...rulesOff, rule] })
          }
        />
      ))}
    </Section>
  );
}

function change({ paper }: Issue, part: Partial<ArrangingStyle>): void {
  store.edit({ type: 'setPaper', paper: { ...paper, arranging: { ...paper.arranging, ...part } } }, 'edit.arranging');
}
