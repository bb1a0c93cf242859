/** What stands where a page fell over, or where a path leads nowhere. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Component, type ReactNode } from "react";
import { Button } from "../components/controls/Button";
import { EmptyState } from "../components/layout/States";
import { CommandFailure } from "../host/failure";
import { useSentence } from "../strings/sentences";

export function Broken({ error, reset }: { error: unknown; reset: () => void }) {
  const { t } = useLingui();
  const sentence = useSentence();
  const text = error instanceof CommandFailure ? sentence(error) : t`This page fell over. Your vault is safe: nothing on this screen was half saved.`;
  return (
    <div role="alert">
      <EmptyState title={t`This page could not be shown`} text={text}>
        <Button kind="primary" onPress={reset}><Trans>Try again</Trans></Button>
        <Button onPress={() => location.reload()}><Trans>Reload the window</Trans></Button>
      </EmptyState>
    </div>
  );
}

export function Missing() {
  const { t } = useLingui();
  return (
    <EmptyState title={t`Nothing here`} text={t`There is no page at this address.`}>
      <Button onPress={() => location.assign("#/")}><Trans>Go to Today</Trans></Button>
    </EmptyState>
  );
}

/** Catches what falls outside a page, so that the window is never blank. */
export class Catch extends Component<{ children: ReactNode }, { error: unknown }> {
  override state = { error: null as unknown };
  static getDerivedStateFromError(error: unknown) {
    return { error };
  }
  override render() {
    const { error } = this.state;
    return error === null ? this.props.children : <Broken error={error} reset={() => this.setState({ error: null })} />;
  }
}
