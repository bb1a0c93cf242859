/** Stands before the rooms: makes a vault, opens it, or lets through. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { Button } from "../../components/controls/Button";
import { Typed } from "../../frame/Typed";
import { useSentence } from "../../strings/sentences";
import { useCreateVault } from "./actions";
import { ConfirmRecovery } from "./ConfirmRecovery";
import { CreateVault } from "./CreateVault";
import { Porch } from "./Porch";
import { vaultStatus } from "./queries";
import { Unlock } from "./Unlock";

export function VaultGate({ children }: { children: ReactNode }) {
  const { t } = useLingui();
  const sentence = useSentence();
  const { data: status, error, refetch } = useQuery(vaultStatus);
  // Kept here and not in the screen: the news that the vault is open comes before the answer with its code, and takes the screen away.
  const create = useCreateVault();
  const [later, setLater] = useState(false);
  // A new code is asked for when the vault is next opened: not while the sheet that shows it is on the screen.
  const [inside, setInside] = useState(false);
  const [elsewhere, setElsewhere] = useState<"create" | "open" | null>(null);

  if (create.data) return <ConfirmRecovery code={create.data.recoveryCode} onDone={create.reset} />;
  if (!status) {
    return error ? (
      <Porch title={t`Rapport could not start`} text={sentence(error)}>
        <Button kind="primary" onPress={() => void refetch()}><Trans>Try again</Trans></Button>
      </Porch>
    ) : null;
  }
  if (create.isPending) return <CreateVault status={status} create={create} onOpenOther={() => setElsewhere("open")} />;
  if (status.state === "unlocked") {
    if (elsewhere) setElsewhere(null); // once open, the next lock screen is this vault's
    if (!status.needsRecoveryConfirm || later || inside) {
      if (!inside) setInside(true);
      return <Typed>{children}</Typed>;
    }
    return <ConfirmRecovery onDone={() => setLater(true)} onLater={() => setLater(true)} />;
  }
  if (inside) setInside(false);
  if (elsewhere === "create" || (status.state === "none" && elsewhere !== "open")) {
    return <CreateVault status={status} create={create} onOpenOther={() => setElsewhere("open")} />;
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
