import { useTranslation } from 'react-i18next';
import type { Issue } from '../../engine/issue/index';
import { ArrangingFields } from './ArrangingFields';
import { FaceFields } from './FaceFields';
import { IssueSection, PageSection } from './IssueSections';
import { JumpFields } from './JumpFields';
import { PaperFields } from './PaperFields';
import { TypesettingFields } from './TypesettingFields';
import { WordsFields } from './WordsFields';

/** The issue, the page shown and the settings of the paper, while nothing is selected. */
export function IssueFields({ issue }: { readonly issue: Issue }) {
  const { t, i18n } = useTranslation();
  return (
    <>
      <header className="inspector-head">
        <div>
          <h2>{issue.paper.name}</h2>
          <p>{t('inspector.none')}</p>
        </div>
      </header>
      <div className="inspector-body">
        <IssueSection issue={issue} />
        <PageSection issue={issue} />
        <PaperFields issue={issue} folded />
        <JumpFields issue={issue} />
        <ArrangingFields issue={issue} />
        <TypesettingFields issue={issue} />
        <WordsFields issue={issue} />
        <FaceFields key={i18n.language} issue={issue} />
      </div>
    </>
  );
}
