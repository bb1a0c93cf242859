/** Perks and offers: what, for whom, until when, how often; who was given them, and whether they used them. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState } from "react";
import type { Perk } from "../../bindings/Perk";
import { Button } from "../../components/controls/Button";
import { EmptyState, Notice } from "../../components/layout/States";
import { useSentence } from "../../strings/sentences";
import css from "./gestures.module.css";
import { PerkCard } from "./PerkCard";
import { PerkDialog } from "./PerkDialog";
import { perks } from "./queries";

export function PerksView() {
  const { t } = useLingui();
  const sentence = useSentence();
  const { data, error } = useQuery(perks);
  const [opened, open] = useState<{ perk: Perk | null; name?: string } | null>(null);
  if (error) return <Notice tone="danger">{sentence(error)}</Notice>;
  if (!data) return null;
  const add = <Button icon={Plus} onPress={() => open({ perk: null })}><Trans>Add a perk</Trans></Button>;
  const examples = [t`Wi-Fi without a password`, t`A place for the dog`, t`Their name on the box`, t`A greeting by name`, t`An early look at what is new`];
  return (
    <div className={css.view}>
      {data.length === 0 ? (
        <EmptyState title={t`No perk is written down yet`} text={t`Small things that some people may have: an early look, a place for the dog, a price for those who stayed. Say for whom and until when; whoever is not meant is not given it by mistake.`}>
          {add}
          <ul className={css.examples} aria-label={t`Examples`}>
            {examples.map((name) => <li key={name}><Button size="s" kind="quiet" onPress={() => open({ perk: null, name })}>{name}</Button></li>)}
          </ul>
        </EmptyState>
      ) : (
        <>
          <div>{add}</div>
          <ul className={css.cards} aria-label={t`Perks and offers`}>
            {data.map((perk) => <li key={perk.id}><PerkCard perk={perk} onEdit={() => open({ perk })} /></li>)}
          </ul>
        </>
      )}
      <PerkDialog opened={opened} onClose={() => open(null)} />
    </div>
  );
}
