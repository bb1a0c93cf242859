/** On Today: whom to thank and for what. A letter, a gesture, or not this time. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { Gift, PenLine, X } from "lucide-react";
import { useState } from "react";
import type { ThankPrompt } from "../../bindings/ThankPrompt";
import { Button } from "../../components/controls/Button";
import { Card } from "../../components/layout/Card";
import { SectionHead } from "../../components/layout/Heads";
import { ListRow } from "../../components/layout/ListRow";
import { Avatar } from "../../components/marks/Avatar";
import { doAction } from "../../frame/actions";
import { useFormat } from "../../frame/format";
import { isolated } from "../../frame/isolated";
import { useLetter } from "../../frame/letters";
import { usePutAside } from "./actions";
import css from "./gestures.module.css";
import { thanks } from "./queries";
import { useThankWords } from "./thankWords";

/** As many as Today has room for; the others on request. */
const FEW = 3;
const MOST = 200;

export function ThankPrompts({ day }: { day: string }) {
  const { t } = useLingui();
  const format = useFormat();
  const [showsAll, showAll] = useState(false);
  const { data } = useQuery(thanks(day, showsAll ? MOST : FEW));
  if (!data || data.total === 0) return null;
  const more = format.number(data.total - FEW);
  return (
    <section className={css.thanks}>
      <SectionHead title={t`To thank`} count={format.number(data.total)} note={data.total > FEW && <Button kind="quiet" size="s" aria-expanded={showsAll} onPress={() => showAll(!showsAll)}>{showsAll ? t`Fewer` : t`${more} more`}</Button>} />
      <Card rows>
        <ul aria-label={t`To thank`}>
          {data.items.map((prompt) => <li key={prompt.forWhat} className={css.thank}><Prompt prompt={prompt} /></li>)}
        </ul>
      </Card>
    </section>
  );
}

function Prompt({ prompt }: { prompt: ThankPrompt }) {
  const { t } = useLingui();
  const words = useThankWords();
  const navigate = useNavigate();
  const write = useLetter();
  const aside = usePutAside();
  const { person, draft } = prompt;
  const name = isolated(person.name);
  const go = () => (draft ? void navigate({ to: "/drafts/$draftId", params: { draftId: draft } }) : write(person.id, "thankYou"));
  return (
    <ListRow
      mark={<Avatar name={person.name} />}
      title={<Link to="/people/$personId" params={{ personId: person.id }} className={css.who}>{person.name}</Link>}
      text={words(prompt)}
      end={
        <>
          <Button size="s" icon={PenLine} aria-label={draft ? t`Go on writing to ${name}` : t`Write to thank ${name}`} onPress={go}>{draft ? <Trans>Go on</Trans> : <Trans>Write</Trans>}</Button>
          <Button size="s" kind="quiet" icon={Gift} aria-label={t`Note a gesture for ${name}`} onPress={() => doAction("gestures.give", { person })} />
          <Button size="s" kind="quiet" icon={X} aria-label={t`Not this time: ${name}`} onPress={() => aside.mutate(prompt)} />
        </>
      }
    />
  );
}
