/** Stands before the rooms: makes a vault, opens it, or lets through. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { Button } from "../../components/controls/Button";
import { useSentence } from "../../strings/sentences";
import { ConfirmRecovery } from "./ConfirmRecovery";
import { CreateVault } from "./CreateVault";
import { Porch } from "./Porch";
import { vaultStatus } from "./queries";
import { Unlock } from "./Unlock";

export function VaultGate({ children }: { children: ReactNode }) {
  const { t } = useLingui();
  const sentence = useSentence();
  const { data: status, error, refetch } = useQuery(vaultStatus);
  const [freshCode, setFreshCode] = useState<string | null>(null);
  const [later, setLater] = useState(false);
  const [elsewhere, setElsewhere] = useState<"create" | "open" | null>(null);

  if (freshCode !== null) return <ConfirmRecovery code={freshCode} onDone={() => setFreshCode(null)} />;
  if (!status) {
    return error ? (
      <Porch title={t`Rapport could not start`} text={sentence(error)}>
        <Button kind="primary" onPress={() => void refetch()}><Trans>Try again</Trans></Button>
      </Porch>
    ) : null;
  }
  if (status.state === "unlocked") {
    if (!status.needsRecoveryConfirm || later) return children;
    return <ConfirmRecovery onDone={() => setLater(true)} onLater={() => setLater(true)} />;
  }
  if (elsewhere === "create" || (status.state === "none" && elsewhere !== "open")) {
    return <CreateVault status={status} onCreated={(code) => { setElsewhere(null); setFreshCode(code); }} onOpenOther={() => setElsewhere("open")} />;
  }
  return (
    <Unlock
      key={elsewhere}
      status={status}
      otherFolder={elsewhere === "open"}
      onOtherFolder={(other) => setElsewhere(other ? "open" : null)}
      onCreate={() => setElsewhere("create")}
    />
  );
}
