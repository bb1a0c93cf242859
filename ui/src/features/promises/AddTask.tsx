/** Stands on every page: A adds a task, about whoever is in view; and the way to the whole list. */
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useAction } from "../../frame/actions";
import { inView } from "../../frame/inView";
import { type Opened, TaskDialog } from "./TaskDialog";

export function AddTask() {
  const navigate = useNavigate();
  const [opened, setOpened] = useState<Opened | null>(null);
  useAction("promises.add", (said) => setOpened({ begin: { person: said?.person ?? inView()[0], text: said?.text, due: said?.due, about: said?.about } }));
  useAction("promises.go", () => void navigate({ to: "/tasks" }));
  useAction("expectations.go", () => void navigate({ to: "/expectations" }));
  return <TaskDialog opened={opened} onClose={() => setOpened(null)} />;
}
