-- The state of an incident follows from what is decided about its violations (core/verification
-- stateFollowing) and is written with the decision. The policy of incidents holds before and after: a state
-- that the scope of who decides does not hold, such as closed or frozen, is neither left nor reached.

grant update (state) on incident to vigil_app;
