/** A hundred thousand rows that arrive fifty at a time. */
import { useState } from "react";
import { Button } from "../src/components/controls/Button";
import { ListRow } from "../src/components/layout/ListRow";
import { SplitPane } from "../src/components/layout/SplitPane";
import { VirtualList } from "../src/components/lists/VirtualList";
import { Avatar } from "../src/components/marks/Avatar";
import { usePages } from "../src/frame/pageQueries";

const first = ["Ana", "Bo", "Chidi", "Dagny", "Elif", "Farid", "Gro", "Hana"];
const last = ["Silva", "Okafor", "Lárusson", "Bianchi", "Nguyễn", "Kaya"];
const nameOf = (i: number) => `${first[i % 8] ?? ""} ${last[i % 6] ?? ""} ${i}`;

async function fetchRows(offset: number, limit: number) {
  await new Promise((done) => setTimeout(done, 20));
  return { items: Array.from({ length: limit }, (_, i) => ({ id: String(offset + i), name: nameOf(offset + i) })), total: 100_000 };
}

export function List() {
  const [filter, setFilter] = useState(0);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const pages = usePages({ key: ["gallery", filter], topics: ["people"], fetch: fetchRows });
  return (
    <SplitPane filled side={<Button onPress={() => setFilter(filter + 1)}>Another filter</Button>} sideLabel="More">
      <VirtualList
        label="People"
        pages={pages}
        empty="Nobody"
        autoFocus
        isPicked={(row) => picked.has(row.id)}
        onPick={(row) => setPicked((now) => new Set(now.has(row.id) ? [...now].filter((id) => id !== row.id) : [...now, row.id]))}
      >
        {(row) => <ListRow mark={<Avatar name={row.name} />} title={row.name} aside="Harbour Clinics" text="Usually every 3 weeks" />}
      </VirtualList>
    </SplitPane>
  );
}
