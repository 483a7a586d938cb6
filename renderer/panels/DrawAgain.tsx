/** Where a part of the window fails to draw, the document is not lost: says so, and draws the window anew from the same state. */
import { TriangleAlert } from 'lucide-react';
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { store } from '../state/store';

interface DrawAgainProps {
  readonly children: ReactNode;
}

export class DrawAgain extends Component<DrawAgainProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? <Failed onAgain={() => this.setState({ failed: false })} /> : this.props.children;
  }
}

/** What was open when it failed is closed, so that it does not fail again at once. */
function Failed({ onAgain }: { readonly onAgain: () => void }) {
  const { t } = useTranslation();
  const again = () => {
    store.set({ story: null, finding: false, dialog: null });
    onAgain();
  };
  return (
    <div className="empty" role="alert">
      <TriangleAlert size={16} aria-hidden="true" />
      <p>{t('app.broken')}</p>
      <button type="button" className="button" data-look="solid" onClick={again}>
        {t('app.again')}
      </button>
    </div>
  );
}
