import type { Issue } from '../../engine/issue/index';
import { IssueSection, PageSection } from './IssueSections';
import { PaperFields } from './PaperFields';

/** What masthead, folio line and imprint are made of. */
export function FurnitureFields({ issue }: { readonly issue: Issue }) {
  return (
    <>
      <IssueSection issue={issue} />
      <PageSection issue={issue} />
      <PaperFields issue={issue} />
    </>
  );
}
