//! The files that make a service check every change of a repository.

use super::setup_args::Service;

/// Path in the repository and text of the file for a service.
pub(super) fn file(service: Service) -> Option<(&'static str, &'static str)> {
    match service {
        Service::None => None,
        Service::Github => Some((".github/workflows/missionlint.yml", GITHUB)),
        Service::Gitlab => Some((".gitlab-ci.yml", GITLAB)),
        Service::Azure => Some(("azure-pipelines.yml", AZURE)),
        Service::Jenkins => Some(("Jenkinsfile", JENKINS)),
    }
}

const GITHUB: &str = include_str!("../../.github/ci/github.yml");
const GITLAB: &str = include_str!("../../.github/ci/gitlab.yml");
const AZURE: &str = include_str!("../../.github/ci/azure.yml");
const JENKINS: &str = include_str!("../../.github/ci/Jenkinsfile");
