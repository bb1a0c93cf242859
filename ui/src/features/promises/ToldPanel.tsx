/** What a person was told, with its day; what of it other words hold for now, and what they were told in two ways. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Plus, Trash2, TriangleAlert } from "lucide-react";
import { useState } from "react";
import { Button } from "../../components/controls/Button";
import { SectionHead } from "../../components/layout/Heads";
import { Chip } from "../../components/marks/Chip";
import { useFormat } from "../../frame/format";
import { isolated } from "../../frame/isolated";
import type { PersonPart } from "../../frame/personParts";
import { useRemoveTold } from "./expectationActions";
import css from "./expectations.module.css";
import { contradictions, told } from "./queries";
import { TellDialog } from "./TellDialog";
import { topicNames } from "./topicNames";
import { Pairs } from "./TwoWays";

const MOST = 200;

export function ToldPanel({ person }: PersonPart) {
  const { t, i18n } = useLingui();
  const format = useFormat();
  const remove = useRemoveTold();
  const { id, name } = person.row;
  const { data } = useQuery(told({ person: id, limit: MOST }));
  const pairs = useQuery(contradictions({ person: id })).data ?? [];
  const [telling, tell] = useState(false);
  if (!data) return null;
  return (
    <div className={css.panel}>
      <section>
        <div className={css.head}>
          <SectionHead title={t`What they were told`} {...(data.total > 0 && { count: format.number(data.total) })} />
          <Button size="s" icon={Plus} onPress={() => tell(true)}><Trans>Note what they were told</Trans></Button>
        </div>
        {data.items.length === 0 ? (
          <p className={css.none}><Trans>A price, a time of delivery, bad news: what you told them, in those words and with its day. Letters to them are compared with it.</Trans></p>
        ) : (
          <ul className={css.plain} aria-label={t`What ${name} was told`}>
            {data.items.map((one) => {
              const what = isolated(one.text);
              return (
                <li key={one.id} className={css.row}>
                  <p className={css.words}><bdi>{one.text}</bdi></p>
                  <div className={css.line}>
                    <p className={css.facts}>
                      <span className={css.mark}><Chip>{i18n._(topicNames[one.topic])}</Chip></span>
                      <span>{format.fullDay(one.day)}</span>
                      {!one.holds && <span className={css.mark}><Chip tone="warn" icon={TriangleAlert}>{t`other words hold now`}</Chip></span>}
                    </p>
                    <Button size="s" kind="quiet" icon={Trash2} aria-label={t`Remove: ${what}`} onPress={() => remove.mutate(one)} />
                  </div>
                </li>
              );
            })}
          </ul>
        )}
      </section>
      {pairs.length > 0 && (
        <section>
          <SectionHead title={t`Told in two ways`} count={format.number(pairs.length)} />
          <Pairs pairs={pairs} />
        </section>
      )}
      <TellDialog person={id} isOpen={telling} onClose={() => tell(false)} />
    </div>
  );
}
