## Coordination below the national level. See integrity.ftl for what the attributes mean.

ocha-role-mismatch = { $fault ->
        [ocha-chairs-hct] OCHA is recorded as chair of the Humanitarian Country Team { $platform }, which it facilitates
        [iccg-chaired-by-other] the Inter-Cluster Coordination Group { $platform } is recorded as chaired by { $chair }, not by OCHA
       *[ocha-facilitates-iccg] OCHA is recorded as facilitator of the Inter-Cluster Coordination Group { $platform }, which it chairs
    }
    .primary = { $fault ->
            [ocha-chairs-hct] OCHA does not chair the team
            [iccg-chaired-by-other] not one of { $expected }
           *[ocha-facilitates-iccg] OCHA chairs the group
        }
    .help = { $fault ->
            [ocha-chairs-hct] record OCHA as "facilitator" and the Humanitarian Coordinator as "chair"
           *[other] record OCHA as "chair"; if OCHA is not in the country, record that in "ocha_presence" of the mission; if local terms of reference name another chair, record them in "local_terms"
        }
