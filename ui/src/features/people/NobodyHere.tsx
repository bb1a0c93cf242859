/** What stands in the list when it has nobody: how it fills, or why it is empty. */
import { Trans, useLingui } from "@lingui/react/macro";
import { FileDown, UserPlus } from "lucide-react";
import { Button } from "../../components/controls/Button";
import { EmptyState } from "../../components/layout/States";
import { doAction } from "../../frame/actions";
import { keyedActions } from "../../frame/keys";
import type { PeopleView } from "./peopleView";

export function NobodyHere({ people }: { people: PeopleView }) {
  const { t } = useLingui();
  if (people.filtered) {
    return (
      <EmptyState title={t`Nobody fits`} text={t`No one in the list has all of this. Show everyone, or ask for less.`}>
        <Button kind="primary" onPress={people.clear}><Trans>Show everyone</Trans></Button>
      </EmptyState>
    );
  }
  if (people.view.binned) return <EmptyState title={t`The bin is empty`} text={t`Whoever you put into the bin lies here, with everything about them, until you put them back.`} />;
  return (
    <EmptyState title={t`Your book is empty`} text={t`Begin with one person you want to stay close to. A name is enough; the rest grows with every call. Or bring everyone you have from a vCard or CSV file.`}>
      <Button kind="primary" icon={UserPlus} keys={keyedActions["people.add"].keys} onPress={() => doAction("people.add")}><Trans>New person</Trans></Button>
      <Button icon={FileDown} keys={keyedActions["exchange.go"].keys} onPress={() => doAction("exchange.go")}><Trans>Import…</Trans></Button>
    </EmptyState>
  );
}
