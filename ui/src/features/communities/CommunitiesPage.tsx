/** Communities: small groups of people who have something in common, and who could help whom. */
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { HeartHandshake, Plus } from "lucide-react";
import { type FormEvent, useState } from "react";
import type { CommunityRow } from "../../bindings/CommunityRow";
import { Button } from "../../components/controls/Button";
import { TextField } from "../../components/controls/TextField";
import { SplitPane } from "../../components/layout/SplitPane";
import { EmptyState, Notice } from "../../components/layout/States";
import { ListRow } from "../../components/layout/ListRow";
import { pagesOf } from "../../components/lists/pages";
import { VirtualList } from "../../components/lists/VirtualList";
import { useFormat } from "../../frame/format";
import { useKept } from "../../frame/kept";
import { useSentence } from "../../strings/sentences";
import { useSave } from "./actions";
import css from "./communities.module.css";
import { CommunityView } from "./CommunityView";
import { HelpsView } from "./HelpsView";
import { plain } from "./plain";
import { communityList } from "./queries";

const HELPS = "helps";
/** So many are seen at a glance. */
const FEW = 7;

export function CommunitiesPage() {
  const { t } = useLingui();
  const sentence = useSentence();
  const { data: all, error } = useQuery(communityList);
  const [kept, keep] = useKept<string>(["communities", "shown"], "");
  const [text, setText] = useKept<string>(["communities", "text"], "");
  if (error) return <Notice tone="danger">{sentence(error)}</Notice>;
  if (!all) return null;
  const rows = all.filter((row) => plain(`${row.name} ${row.about}`).includes(plain(text.trim())));
  const shown = kept === HELPS ? undefined : (all.find((row) => row.id === kept) ?? rows[0] ?? all[0]);
  return (
    <SplitPane
      filled
      listLabel={t`Communities`}
      list={
        <>
          <div className={css.listHead}>
            {all.length > 0 && <NewCommunity onMade={keep} />}
            {all.length > FEW && <TextField aria-label={t`Find a community`} value={text} onChange={setText} placeholder={t`Find by name`} />}
            <Button kind="quiet" size="s" icon={HeartHandshake} aria-pressed={kept === HELPS} onPress={() => keep(HELPS)}>{t`Who could help whom`}</Button>
          </div>
          {all.length > 0 && <CommunityList rows={rows} shown={shown?.id ?? ""} onShow={keep} />}
        </>
      }
    >
      {kept === HELPS ? <HelpsView /> : shown ? <CommunityView key={shown.id} id={shown.id} /> : <NoneYet onMade={keep} />}
    </SplitPane>
  );
}

function CommunityList({ rows, shown, onShow }: { rows: readonly CommunityRow[]; shown: string; onShow: (id: string) => void }) {
  const { t } = useLingui();
  const format = useFormat();
  const at = rows.findIndex((row) => row.id === shown);
  const last = (row: CommunityRow) => {
    if (row.lastMet === null) return t`has not met yet`;
    const day = format.day(row.lastMet);
    return t`met on ${day}`;
  };
  return (
    <VirtualList label={t`Communities`} pages={pagesOf(rows)} active={at} onActive={(_, row) => row && onShow(row.id)} empty={<p className={css.nobody}>{t`None is called like that.`}</p>}>
      {(row) => <ListRow title={row.name} text={last(row)} end={<span className={css.count}>{format.number(row.members)}</span>} />}
    </VirtualList>
  );
}

function NewCommunity({ onMade }: { onMade: (id: string) => void }) {
  const { t } = useLingui();
  const save = useSave();
  const [name, setName] = useState("");
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === "") return;
    save.mutate({ name }, {
      onSuccess: ({ id }) => {
        setName("");
        onMade(id);
      },
    });
  };
  return (
    <form className={css.add} onSubmit={send}>
      <TextField aria-label={t`Name of a new community`} value={name} onChange={setName} placeholder={t`A new community`} />
      <Button type="submit" icon={Plus} aria-label={t`Make the community`} isDisabled={name.trim() === ""} isPending={save.isPending} />
    </form>
  );
}

function NoneYet({ onMade }: { onMade: (id: string) => void }) {
  const { t } = useLingui();
  return (
    <>
      <h1 className="unseen">{t`Communities`}</h1>
      <EmptyState
        title={t`People who can help each other`}
        text={t`A small group inside a segment: bakers who changed their ovens, clinics that open a second room. Keep who is in it, when you met and what you heard; bring two together when both agreed to it. What they tell each other, you need not.`}
      >
        <NewCommunity onMade={onMade} />
      </EmptyState>
    </>
  );
}
