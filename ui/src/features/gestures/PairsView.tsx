/** What goes with what, as one knows it, and who has the one without the other. */
import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Plus, Trash2 } from "lucide-react";
import { type FormEvent, useState } from "react";
import { Button } from "../../components/controls/Button";
import { TextField } from "../../components/controls/TextField";
import { SectionHead } from "../../components/layout/Heads";
import { InPlace } from "../../frame/InPlace";
import { isolated } from "../../frame/isolated";
import css from "./gestures.module.css";
import { useRemoveGoesWith, useSaveGoesWith } from "./perkActions";
import { pairs } from "./queries";

const FEW = 6;

export function PairsView() {
  const { t } = useLingui();
  const save = useSaveGoesWith();
  const remove = useRemoveGoesWith();
  const all = useQuery(pairs).data;
  const [item, setItem] = useState("");
  const [other, setOther] = useState("");
  if (!all) return null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (item.trim() === "" || other.trim() === "" || save.isPending) return;
    save.mutate({ item, other }, { onSuccess: () => { setItem(""); setOther(""); } });
  };
  return (
    <div className={css.view}>
      <section>
        <SectionHead title={t`What goes together`} {...(all.length > 0 && { count: all.length })} />
        {all.length === 0 && <p className={css.none}><Trans>Write down what you know: whoever has a grinder needs brushes. Words of purchases are compared with it; nothing is guessed.</Trans></p>}
        <ul className={css.list} aria-label={t`What goes together`}>
          {all.map((pair) => {
            const { item: one, other: another } = pair;
            const name = isolated(`${one}, ${another}`);
            const rest = pair.people - Math.min(FEW, pair.first.length);
            return (
              <li key={pair.id} className={css.pair}>
                <div className={css.head}>
                  <p className={css.what}><Trans>With <bdi>{one}</bdi> goes <bdi>{another}</bdi></Trans></p>
                  <Button kind="quiet" size="s" icon={Trash2} aria-label={t`Remove ${name}`} onPress={() => remove.mutate(pair.id)} />
                </div>
                <InPlace label={t`Why: ${name}`} value={pair.reason} keep={[pair.id, "reason"]} placeholder={t`Why do they go together?`} onSave={(to) => save.mutate({ id: pair.id, reason: to })} />
                <p className={css.note}>
                  {plural(pair.people, { 0: "Whoever bought the one has the other.", one: "One person has the one without the other:", other: "# people have the one without the other:" })}{" "}
                  {pair.first.slice(0, FEW).map((who, at) => <span key={who.id}>{at > 0 && ", "}<Link to="/people/$personId" params={{ personId: who.id }} className={css.named}><bdi>{who.name}</bdi></Link></span>)}
                  {rest > 0 && <> {t`and ${rest} more`}</>}
                </p>
              </li>
            );
          })}
        </ul>
      </section>
      <form className={css.sunken} aria-label={t`A new pair`} onSubmit={submit}>
        <div className={css.fields}>
          <TextField className={css.grow} label={t`Whoever bought`} value={item} onChange={setItem} placeholder={t`grinder`} />
          <TextField className={css.grow} label={t`may want`} value={other} onChange={setOther} placeholder={t`brushes`} error={save.error?.details.why === "same" ? t`That is the same thing.` : null} />
        </div>
        <div className={css.formDeeds}><Button type="submit" size="s" icon={Plus} isDisabled={item.trim() === "" || other.trim() === ""}>{t`Add the pair`}</Button></div>
      </form>
    </div>
  );
}
