/** The people of a segment: any number of them, Enter opens one. */
import { useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import type { PersonRow } from "../../bindings/PersonRow";
import { ListRow } from "../../components/layout/ListRow";
import { Notice } from "../../components/layout/States";
import { VirtualList } from "../../components/lists/VirtualList";
import { Avatar } from "../../components/marks/Avatar";
import { Felt } from "../../components/marks/Felt";
import { daysBetween, useNow } from "../../frame/clock";
import { usePages } from "../../frame/pageQueries";
import { feelingOf, useFeelingWords } from "../../strings/feelings";
import { useSentence } from "../../strings/sentences";
import { useSpans } from "../../strings/spans";
import { membersOf } from "./queries";
import css from "./segments.module.css";

export function MemberList({ id, label, empty }: { id: string; label: string; empty: string }) {
  const navigate = useNavigate();
  const sentence = useSentence();
  const pages = usePages(membersOf(id));
  const open = (row: PersonRow) => void navigate({ to: "/people/$personId", params: { personId: row.id } });
  if (pages.error) return <Notice tone="danger">{sentence(pages.error)}</Notice>;
  return (
    <div className={css.members}>
      <VirtualList label={label} pages={pages} onOpen={open} empty={<p className={css.nobody}>{empty}</p>}>
        {(row) => <Member row={row} />}
      </VirtualList>
    </div>
  );
}

function Member({ row }: { row: PersonRow }) {
  const { t } = useLingui();
  const spans = useSpans();
  const now = useNow();
  const { word } = useFeelingWords();
  const days = row.lastAt === null ? null : daysBetween(row.lastAt, now);
  const felt = row.lastFelt === null ? null : feelingOf(row.lastFelt);
  const long = days === null || days < 1 ? "" : spans.long(days);
  const last = days === null ? t`nothing logged yet` : long === "" ? t`spoken with today` : t`spoken with ${long} ago`;
  return (
    <ListRow
      mark={<Avatar name={row.name} parts={row} />}
      title={row.name}
      aside={[row.title, row.organisation].filter(Boolean).join(" · ") || undefined}
      text={last}
      end={felt !== null && <Felt value={felt} word={word(felt)} withWord />}
    />
  );
}
