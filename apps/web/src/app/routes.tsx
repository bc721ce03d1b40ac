import { lazy, Suspense } from "react";
import { Route, Switch } from "wouter";

import { Loading } from "./states/loading.tsx";
import { NotFound } from "./states/not-found.tsx";

// One chunk a page: a phone loads neither the wall nor the organiser's parts.
const BoardPage = lazy(() =>
  import("./pages/board-page.tsx").then((m) => ({ default: m.BoardPage })),
);
const LeadPage = lazy(() => import("./pages/lead-page.tsx").then((m) => ({ default: m.LeadPage })));
const WallPage = lazy(() => import("./pages/wall-page.tsx").then((m) => ({ default: m.WallPage })));
const PosterPage = lazy(() =>
  import("./pages/poster-page.tsx").then((m) => ({ default: m.PosterPage })),
);
const OrganisePage = lazy(() =>
  import("../features/organise/organise-page.tsx").then((m) => ({ default: m.OrganisePage })),
);

export function Routes() {
  return (
    <Suspense fallback={<Loading />}>
      <Switch>
        <Route path="/b/:id">{({ id }) => <BoardPage boardId={id} />}</Route>
        <Route path="/b/:id/lead">{({ id }) => <LeadPage boardId={id} />}</Route>
        <Route path="/b/:id/wall">{({ id }) => <WallPage boardId={id} />}</Route>
        <Route path="/b/:id/poster">{({ id }) => <PosterPage boardId={id} />}</Route>
        <Route path="/o">
          <OrganisePage />
        </Route>
        <Route>
          <NotFound />
        </Route>
      </Switch>
    </Suspense>
  );
}
