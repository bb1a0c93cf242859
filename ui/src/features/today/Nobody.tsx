/** What stands on Today while nobody waits: in an empty book how it fills, otherwise what would bring somebody here. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Plus, UserPlus } from "lucide-react";
import { Button } from "../../components/controls/Button";
import { EmptyState } from "../../components/layout/States";
import { doAction } from "../../frame/actions";
import { keyedActions } from "../../frame/keys";
import { bookSize, rules } from "./queries";

export function Nobody() {
  const { t } = useLingui();
  const size = useQuery(bookSize).data;
  const everyone = useQuery(rules).data?.find((rule) => rule.active && rule.scope.for === "everyone");
  if (size === undefined) return null;
  if (size === 0) {
    return (
      <EmptyState
        title={t`Today fills itself`}
        text={t`Put the people you look after into the book and log what you say to each other. Whoever then goes quiet stands here, with the reason and what to remember before you call.`}
      >
        <Button kind="primary" icon={UserPlus} keys={keyedActions["people.add"].keys} onPress={() => doAction("people.add")}><Trans>Add a person</Trans></Button>
      </EmptyState>
    );
  }
  const days = everyone?.days;
  const rule = days === undefined ? t`Whoever is silent for twice their own usual gap comes back here.` : t`Whoever is silent for ${days} days, or for twice their own usual gap, comes back here.`;
  return (
    <EmptyState title={t`Nobody is waiting`} text={rule}>
      <Button kind="primary" icon={Plus} keys={keyedActions["touchpoints.log"].keys} onPress={() => doAction("touchpoints.log")}><Trans>Log a touchpoint</Trans></Button>
    </EmptyState>
  );
}
