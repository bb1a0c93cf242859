/** One perk: what and for whom, how it stands, who has it and who could. */
import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Gift, Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import type { Perk } from "../../bindings/Perk";
import { Button } from "../../components/controls/Button";
import { Card } from "../../components/layout/Card";
import { Chip } from "../../components/marks/Chip";
import { useFormat } from "../../frame/format";
import { isolated } from "../../frame/isolated";
import { moneyText } from "../../frame/money";
import { segmentList } from "../../frame/segmentList";
import css from "./gestures.module.css";
import { GivenPerks } from "./GivenPerks";
import { GivePerkForm } from "./GivePerkForm";
import { useRemovePerk } from "./perkActions";
import { givenPerks, perkFit } from "./queries";

export function PerkCard({ perk, onEdit }: { perk: Perk; onEdit: () => void }) {
  const { t } = useLingui();
  const format = useFormat();
  const remove = useRemovePerk();
  const segments = useQuery(segmentList).data ?? [];
  const fit = useQuery(perkFit(perk.id)).data;
  const given = useQuery(givenPerks({ perk: perk.id })).data ?? [];
  const [giving, give] = useState(false);
  const { name, what, who, cost, currency, digits, validFrom, validUntil, most, used, state } = perk;
  const called = isolated(name);
  const times = perk.given;
  const segment = segments.find(({ id }) => id === perk.segment)?.name;
  const money = cost === null ? "" : moneyText(format.region, cost, currency, digits);
  const [from, until] = [validFrom && format.fullDay(validFrom), validUntil && format.fullDay(validUntil)];
  const states = { soon: t`not yet`, open: t`can be given`, over: t`over`, usedUp: t`all given` };
  return (
    <Card className={css.role} label={name}>
      <div className={css.head}>
        <p className={css.what}><bdi>{name}</bdi></p>
        <Chip tone={state === "open" ? "good" : "plain"}>{states[state]}</Chip>
        <Button kind="quiet" size="s" icon={Pencil} aria-label={t`Change ${called}`} onPress={onEdit} />
        <Button kind="quiet" size="s" icon={Trash2} aria-label={t`Remove ${called}`} onPress={() => remove.mutate(perk)} />
      </div>
      {what && <p className={css.note}><bdi>{what}</bdi></p>}
      <div className={css.facts}>
        {segment ? <span><bdi>{segment}</bdi></span> : perk.segment && <span>{t`a segment that was removed`}</span>}
        {who && <span><bdi>{who}</bdi></span>}
        {from && until ? <span>{t`${from} to ${until}`}</span> : until ? <span>{t`until ${until}`}</span> : from ? <span>{t`from ${from}`}</span> : null}
        {money && <span>{t`${money} each`}</span>}
        <span>{most === null ? plural(perk.given, { 0: "given to nobody yet", one: "given once", other: "given # times" }) : t`given ${times} of ${most} times`}</span>
        {used > 0 && <span>{plural(used, { one: "used once", other: "used # times" })}</span>}
        {fit && <span>{plural(fit.more, { 0: "nobody waits for it", one: "one more may have it", other: "# more may have it" })}</span>}
      </div>
      <GivenPerks given={given} />
      {giving ? <GivePerkForm perk={perk} waiting={fit?.waiting ?? []} onDone={() => give(false)} /> : state === "open" && <div><Button size="s" icon={Gift} aria-label={t`Give it: ${called}`} onPress={() => give(true)}><Trans>Give it</Trans></Button></div>}
    </Card>
  );
}
