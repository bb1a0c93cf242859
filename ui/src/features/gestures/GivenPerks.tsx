/** Who was given a perk, or what somebody was given; ticked when it was used. */
import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { X } from "lucide-react";
import type { GivenPerk } from "../../bindings/GivenPerk";
import { Button } from "../../components/controls/Button";
import { Checkbox } from "../../components/controls/Toggles";
import { useFormat } from "../../frame/format";
import { isolated } from "../../frame/isolated";
import css from "./gestures.module.css";
import { useRemoveGivenPerk, useUsePerk } from "./perkActions";

export function GivenPerks({ given, byName = false }: { given: readonly GivenPerk[]; /** What, instead of to whom. */ byName?: boolean }) {
  const { t } = useLingui();
  const format = useFormat();
  const use = useUsePerk();
  const remove = useRemoveGivenPerk();
  if (given.length === 0) return null;
  return (
    <ul className={css.list} aria-label={byName ? t`Perks they have` : t`Who has it`}>
      {given.map((one) => {
        const { id, person, name, day, usedOn, note } = one;
        const called = isolated(byName ? name : person.name);
        const when = format.day(day);
        return (
          <li key={id} className={css.own}>
            {byName ? <bdi>{name}</bdi> : <Link to="/people/$personId" params={{ personId: person.id }} className={css.who}><bdi>{person.name}</bdi></Link>}
            <span className={css.quiet}>{when}{note && <> · <bdi>{note}</bdi></>}</span>
            <span className={css.ends}>
              <Checkbox isSelected={usedOn !== ""} onChange={(used) => use.mutate({ id, ...(!used && { day: "" }) })} aria-label={t`Used: ${called}`}>{t`used`}</Checkbox>
              <Button kind="quiet" size="s" icon={X} aria-label={t`Take back: ${called}`} onPress={() => remove.mutate(one)} />
            </span>
          </li>
        );
      })}
    </ul>
  );
}
